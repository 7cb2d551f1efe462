"""Phrase book of commerce: analytics reports of a shop."""

from edgejson.generators.wording.book import Book

ECOMMERCE_ANALYTICS = Book(
    group="commerce",
    sentences={
        "": (
            "Report {report_id} runs from {report_period.start_date} to {report_period.end_date} and is of "
            "the "
            "{report_period.period_type} kind.",
            "Report {report_id} covers the time from {report_period.start_date} to {report_period.end_date}.",
            "The report ID is {report_id}.",
            "The report is filed under {report_id}.",
        ),
        "report_period": (
            "The report period starts on {start_date} and ends on {end_date}; the period type is "
            "{period_type}.",
            "It covers the period from {start_date} to {end_date}.",
            "The report period starts on {start_date}.",
            "The start date is {start_date}.",
            "The report period ends on {end_date}.",
            "The end date is {end_date}.",
            "The period type is {period_type}.",
            "It is a {period_type} report.",
        ),
        "sales_metrics": (
            "Total revenue was {total_revenue} from {total_orders} orders, an average order value of "
            "{average_order_value}.",
            "We made a total revenue of {total_revenue} with {total_orders} orders.",
            "Total revenue came to {total_revenue}.",
            "The total revenue is {total_revenue}.",
            "Customers placed {total_orders} orders in total, for {total_units_sold} units sold.",
            "The total number of orders is {total_orders}.",
            "The shop took {total_orders} orders in total.",
            "The average order value is {average_order_value}.",
            "An average order is worth {average_order_value}.",
            "The total of units sold is {total_units_sold}.",
            "In total we sold {total_units_sold} units.",
            "Gross profit was {gross_profit}, and refunds total {refunds_total}.",
            "The gross profit is {gross_profit}.",
            "This left a gross profit of {gross_profit}.",
            "Refunds total {refunds_total}.",
            "Customers got refunds of {refunds_total} in total.",
            "The conversion rate is {conversion_rate} %.",
            "The shop reached a conversion rate of {conversion_rate} percent.",
        ),
        "sales_metrics.revenue_by_channel": (
            "By channel, the revenue was {website} on the website, {mobile_app} in the mobile app, "
            "{marketplace} "
            "on the marketplace and {physical_store} in the physical store.",
            "Of the revenue, {website} came through the website and {mobile_app} through the mobile app.",
            "The marketplace brought in {marketplace} and the physical store {physical_store}.",
            "The website channel had a revenue of {website}.",
            "Through the website we took {website}.",
            "The mobile app channel had a revenue of {mobile_app}.",
            "Through the mobile app we took {mobile_app}.",
            "The marketplace channel had a revenue of {marketplace}.",
            "Through the marketplace we took {marketplace}.",
            "The physical store had a revenue of {physical_store}.",
            "In the physical store we took {physical_store}.",
        ),
        "customer_metrics": (
            "Of {total_customers} customers in total, {new_customers} are new customers and "
            "{returning_customers} are returning customers.",
            "The shop had {total_customers} customers in total, of whom {new_customers} were new customers.",
            "In total there were {total_customers} customers.",
            "The total number of customers is {total_customers}.",
            "The number of new customers is {new_customers}.",
            "We won {new_customers} new customers.",
            "The number of returning customers is {returning_customers}.",
            "We welcomed {returning_customers} returning customers.",
            "The customer lifetime value is {customer_lifetime_value}, and the churn rate {churn_rate} %.",
            "The customer lifetime value is {customer_lifetime_value}.",
            "A customer has a lifetime value of {customer_lifetime_value}.",
            "The churn rate is {churn_rate} %.",
            "We lost customers at a churn rate of {churn_rate} percent.",
        ),
        "customer_metrics.demographics.age_groups": (
            "By age group, there were {18_24} customers in 18-24, {25_34} in 25-34, {35_44} in 35-44, "
            "{45_54} "
            "in 45-54 and {55_plus} in 55-plus.",
            "The age group 18-24 has {18_24} customers and the age group 25-34 has {25_34}.",
            "The age group 18-24 has {18_24} customers.",
            "In the age group 18-24 we count {18_24} customers.",
            "The age group 25-34 has {25_34} customers.",
            "In the age group 25-34 we count {25_34} customers.",
            "The age group 35-44 has {35_44} customers and the age group 45-54 has {45_54}.",
            "The age group 35-44 has {35_44} customers.",
            "In the age group 35-44 we count {35_44} customers.",
            "The age group 45-54 has {45_54} customers.",
            "In the age group 45-54 we count {45_54} customers.",
            "The age group 55-plus has {55_plus} customers.",
            "In the age group 55-plus we count {55_plus} customers.",
        ),
        "customer_metrics.demographics.top_regions": (
            "{region} with a customer count of {customer_count} and a revenue of {revenue}",
            "the region {region} has {customer_count} customers and brings a revenue of {revenue}",
            "region {region}",
            "the region is {region}",
            "a customer count of {customer_count}",
            "with {customer_count} customers",
            "a revenue of {revenue}",
            "the revenue is {revenue}",
        ),
        "product_performance.top_selling_products": (
            '"{product_name}" (product ID {product_id}) of the category {category}, {units_sold} units '
            "sold for a "
            "revenue of {revenue}, at a profit margin of {profit_margin} %",
            '"{product_name}" with the product ID {product_id}, {units_sold} units sold, revenue {revenue}',
            'product {product_id}, "{product_name}", in the category {category}',
            'product {product_id} is "{product_name}"',
            "product ID {product_id}",
            "the product with the ID {product_id}",
            'the name is "{product_name}"',
            'called "{product_name}"',
            "in the category {category}",
            "the category is {category}",
            "{units_sold} units sold for a revenue of {revenue}",
            "{units_sold} units sold",
            "units sold {units_sold}",
            "a revenue of {revenue} at a profit margin of {profit_margin} %",
            "a revenue of {revenue}",
            "the revenue is {revenue}",
            "a profit margin of {profit_margin} %",
            "the profit margin is {profit_margin} %",
        ),
        "product_performance.top_selling_products.inventory_status": (
            "a current stock of {current_stock} with a reorder point of {reorder_point} and {pending_orders} "
            "pending orders",
            "the current stock is {current_stock}, the reorder point {reorder_point}, and the pending orders "
            "{pending_orders}",
            "a current stock of {current_stock}",
            "the current stock is {current_stock}",
            "a reorder point of {reorder_point}",
            "the reorder point is {reorder_point}",
            "pending orders {pending_orders}",
            "{pending_orders} pending orders",
        ),
        "product_performance.category_breakdown": (
            "{category_name} with a revenue of {revenue} from {units_sold} units sold, which is "
            "{percentage_of_total} % of the total",
            "the category {category_name} had a revenue of {revenue}, {units_sold} units sold and "
            "{percentage_of_total} % of the total",
            "category {category_name}",
            "the category name is {category_name}",
            "a revenue of {revenue}",
            "the revenue is {revenue}",
            "{units_sold} units sold",
            "units sold {units_sold}",
            "{percentage_of_total} % of the total",
            "a share of {percentage_of_total} % of the total",
        ),
        "marketing_metrics": (
            "Ad spend was {ad_spend}, at a ROAS of {roas}.",
            "The ad spend is {ad_spend}.",
            "We had an ad spend of {ad_spend}.",
            "The ROAS is {roas}.",
            "The return on ad spend (ROAS) is {roas}.",
        ),
        "marketing_metrics.traffic_sources": (
            "As to traffic sources, {organic} visits were organic, {paid_search} came from paid search, "
            "{social} "
            "from social, {email} from email and {direct} were direct.",
            "Traffic from organic search was {organic}, from paid search {paid_search}.",
            "Organic traffic came to {organic}.",
            "The traffic source organic brought {organic} visits.",
            "Paid search traffic came to {paid_search}.",
            "The traffic source paid search brought {paid_search} visits.",
            "Social traffic was {social} and email traffic {email}.",
            "Social traffic came to {social}.",
            "The traffic source social brought {social} visits.",
            "Email traffic came to {email}.",
            "The traffic source email brought {email} visits.",
            "Direct traffic came to {direct}.",
            "The traffic source direct brought {direct} visits.",
        ),
        "marketing_metrics.campaign_performance": (
            '"{campaign_name}" had {impressions} impressions, {clicks} clicks and {conversions} '
            "conversions, at a "
            "cost of {cost} and with an attributed revenue of {revenue_attributed}",
            'the campaign "{campaign_name}" with {impressions} impressions, {clicks} clicks and '
            "{conversions} "
            "conversions",
            'the campaign "{campaign_name}"',
            'campaign name "{campaign_name}"',
            "seen in {impressions} impressions and followed by {clicks} clicks",
            "{impressions} impressions",
            "impressions {impressions}",
            "{clicks} clicks",
            "clicks {clicks}",
            "{conversions} conversions",
            "conversions {conversions}",
            "a cost of {cost} against an attributed revenue of {revenue_attributed}",
            "a cost of {cost}",
            "the cost is {cost}",
            "an attributed revenue of {revenue_attributed}",
            "the revenue attributed to it is {revenue_attributed}",
        ),
        "trends": (
            "Revenue growth is {revenue_growth_percentage} %, and customer growth "
            "{customer_growth_percentage} %.",
            "The revenue growth is {revenue_growth_percentage} percent.",
            "Revenue growth stands at {revenue_growth_percentage} %.",
            "The customer growth is {customer_growth_percentage} percent.",
            "Customer growth stands at {customer_growth_percentage} %.",
        ),
        "trends.predictions": (
            "The prediction for the next period is a revenue of {next_period_revenue}, with a confidence "
            "level of "
            "{confidence_level} %.",
            "For the next period we predict a revenue of {next_period_revenue}.",
            "The predicted revenue of the next period is {next_period_revenue}.",
            "The confidence level of the prediction is {confidence_level} %.",
            "The prediction has a confidence level of {confidence_level} percent.",
        ),
    },
    leads={
        "customer_metrics.demographics.top_regions": (
            "These are the top regions:",
            "The top regions by customers are:",
            "Where the customers come from, by top regions:",
        ),
        "product_performance.top_selling_products": (
            "The top selling products were:",
            "These are the top selling products:",
            "Our top selling products in detail:",
        ),
        "product_performance.category_breakdown": (
            "The breakdown by category is as follows:",
            "This is the category breakdown:",
            "Broken down by category:",
        ),
        "marketing_metrics.campaign_performance": (
            "The campaign performance in detail:",
            "This is how the campaigns performed:",
            "The campaigns performed as follows:",
        ),
    },
    nouns={
        "customer_metrics.demographics.top_regions": "region",
        "product_performance.top_selling_products": "product",
        "product_performance.category_breakdown": "category line",
        "marketing_metrics.campaign_performance": "campaign",
    },
    questions={
        "report_id": ("What is the report ID?", "Which report is it?"),
        "report_period.start_date": ("When does the report period start?", "Which period does it cover?"),
        "report_period.end_date": ("When does the report period end?", "Until when does it run?"),
        "report_period.period_type": ("What is the period type?", "What kind of period is that?"),
        "sales_metrics.total_revenue": (
            "What was the total revenue?",
            "How much revenue did you make in total?",
        ),
        "sales_metrics.total_orders": ("How many orders were there?", "And the total of orders?"),
        "sales_metrics.average_order_value": ("What is the average order value?", "And an average order?"),
        "sales_metrics.total_units_sold": ("How many units did you sell?", "And the units sold in total?"),
        "sales_metrics.gross_profit": ("What was the gross profit?", "And the gross profit?"),
        "sales_metrics.refunds_total": ("What do the refunds come to?", "How much went back in refunds?"),
        "sales_metrics.revenue_by_channel.website": ("What came through the website?", "And on the website?"),
        "sales_metrics.revenue_by_channel.mobile_app": ("What about the mobile app?", "And the app?"),
        "sales_metrics.revenue_by_channel.marketplace": (
            "What about the marketplace?",
            "And the marketplace?",
        ),
        "sales_metrics.revenue_by_channel.physical_store": (
            "And the physical store?",
            "What did the store take?",
        ),
        "sales_metrics.conversion_rate": ("What is the conversion rate?", "And the conversion rate?"),
        "customer_metrics.total_customers": ("How many customers were there?", "And the customers in total?"),
        "customer_metrics.new_customers": ("How many of them were new?", "And new customers?"),
        "customer_metrics.returning_customers": ("How many came back?", "And returning customers?"),
        "customer_metrics.customer_lifetime_value": (
            "What is the lifetime value?",
            "And the value of a customer?",
        ),
        "customer_metrics.churn_rate": ("What is the churn rate?", "And churn?"),
        "customer_metrics.demographics.age_groups.18_24": (
            "How about age groups?",
            "And the youngest age group?",
        ),
        "customer_metrics.demographics.age_groups.25_34": (
            "And the age group after that?",
            "Next age group?",
        ),
        "customer_metrics.demographics.age_groups.35_44": (
            "And the middle age group?",
            "Next age group, please?",
        ),
        "customer_metrics.demographics.age_groups.45_54": ("And the age group above?", "Going on with age?"),
        "customer_metrics.demographics.age_groups.55_plus": ("And the oldest age group?", "And the seniors?"),
        "marketing_metrics.ad_spend": ("What was the ad spend?", "How much went into ads?"),
        "marketing_metrics.roas": ("What is the ROAS?", "And the return on it?"),
        "marketing_metrics.traffic_sources.organic": (
            "Where did the traffic come from?",
            "And organic traffic?",
        ),
        "marketing_metrics.traffic_sources.paid_search": ("What about paid search?", "And paid search?"),
        "marketing_metrics.traffic_sources.social": ("What about social?", "And social traffic?"),
        "marketing_metrics.traffic_sources.email": ("What about email?", "And email traffic?"),
        "marketing_metrics.traffic_sources.direct": ("What about direct traffic?", "And direct traffic?"),
        "trends.revenue_growth_percentage": ("How did revenue grow?", "And the revenue growth?"),
        "trends.customer_growth_percentage": ("How did the customers grow?", "And the customer growth?"),
        "trends.predictions.next_period_revenue": ("What do you predict?", "And for the next period?"),
        "trends.predictions.confidence_level": ("How sure are you of that?", "And the confidence level?"),
    },
    slips={
        "customer_metrics.demographics.top_regions": (
            "{region}, customer count {customer_count}, revenue {revenue}",
            "{region}, {customer_count} customers, revenue {revenue}",
        ),
        "product_performance.category_breakdown": (
            "{category_name}, revenue {revenue}, units sold {units_sold}, {percentage_of_total}% of total",
            "{category_name}, units sold {units_sold}, revenue {revenue}, {percentage_of_total}% of total",
        ),
    },
)

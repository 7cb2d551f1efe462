"""One world a schema."""

from collections.abc import Mapping

from edgejson.generators.world import World
from edgejson.generators.worlds import (
    api_response,
    contact_info,
    ecommerce_analytics,
    email_metadata,
    event_registration,
    invoice,
    iot_device_network,
    location,
    log_entry,
    medical_encounter,
    medical_record,
    meeting_notes,
    multi_party_transaction,
    nested_organization,
    notification,
    order_details,
    product_info,
    rating,
    sensor_reading,
    shopping_cart,
    simple_config,
    support_ticket,
    tag_list,
    transaction_record,
    user_profile,
)

WORLDS: Mapping[str, World] = {
    "contact_info": contact_info.WORLD,
    "location": location.WORLD,
    "log_entry": log_entry.WORLD,
    "notification": notification.WORLD,
    "product_info": product_info.WORLD,
    "rating": rating.WORLD,
    "sensor_reading": sensor_reading.WORLD,
    "simple_config": simple_config.WORLD,
    "tag_list": tag_list.WORLD,
    "user_profile": user_profile.WORLD,
    "api_response": api_response.WORLD,
    "email_metadata": email_metadata.WORLD,
    "event_registration": event_registration.WORLD,
    "invoice": invoice.WORLD,
    "medical_record": medical_record.WORLD,
    "meeting_notes": meeting_notes.WORLD,
    "order_details": order_details.WORLD,
    "shopping_cart": shopping_cart.WORLD,
    "support_ticket": support_ticket.WORLD,
    "transaction_record": transaction_record.WORLD,
    "ecommerce_analytics": ecommerce_analytics.WORLD,
    "iot_device_network": iot_device_network.WORLD,
    "medical_encounter": medical_encounter.WORLD,
    "multi_party_transaction": multi_party_transaction.WORLD,
    "nested_organization": nested_organization.WORLD,
}

__all__ = ["WORLDS"]

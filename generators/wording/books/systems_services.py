"""Phrase books: log lines, answers of services, sensor readings, settings and tags."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "log_entry": Book(
        group="systems",
        sentences={
            "": (
                "The level is {level}.",
                "The line was logged at level {level}.",
                "The line carries the severity level {level}.",
                'The message reads "{message}".',
                'The line says "{message}".',
                'The text that was logged is "{message}".',
                "The timestamp is {timestamp}.",
                "The line was written on {timestamp}.",
                "The clock of the machine stood at {timestamp} when the line was logged.",
                "The source is {source}.",
                "The line came from {source}.",
                "The service behind the line is {source}.",
                'The level is {level} and the message reads "{message}".',
                'At level {level} we have the message "{message}".',
                '{source} logged "{message}" at level {level}.',
                'On {timestamp}, {source} wrote "{message}" with the level {level}.',
                "A line of level {level} came in from {source}.",
                'The message "{message}" was logged on {timestamp}.',
                "The line was written by {source} on {timestamp}.",
                'The line with the timestamp {timestamp} has the level {level} and says "{message}".',
            ),
        },
        questions={
            "level": (
                "At which level was it logged?",
                "What severity does the line have?",
                "Which log level do you see?",
            ),
            "message": (
                "What does the message say?",
                "Could you read me the text of the line?",
                "What exactly was logged?",
            ),
            "timestamp": (
                "When was it written?",
                "What is the timestamp?",
                "Which time is in the line?",
            ),
            "source": (
                "Which service did it come from?",
                "What is the source?",
                "Who wrote that line?",
            ),
        },
    ),
    "api_response": Book(
        group="systems",
        sentences={
            "": (
                "The status code is {status_code}.",
                "The server answered with HTTP status {status_code}.",
                "We got back a {status_code} as the status code.",
                'The message is "{message}".',
                'The message in the body reads "{message}".',
                'The response came with the message "{message}".',
                'The server answered {status_code} with the message "{message}".',
                'Status code {status_code} came back, along with the message "{message}".',
                'The response has the status code {status_code} and says "{message}".',
                "The data object holds {data}.",
                "In the data we find {data}.",
                "The payload under data is {data}.",
                "Status {status_code} was returned, with this in the data object: {data}.",
            ),
            "metadata": (
                "The request ID is {request_id}.",
                "In the metadata, the request is known as {request_id}.",
                "The metadata carries the timestamp {timestamp}.",
                "The response is stamped {timestamp} in the metadata.",
                "The metadata names the version {version}.",
                "The API version is {version}.",
                (
                    "According to the metadata, request {request_id} was answered on {timestamp} by version "
                    "{version}."
                ),
                "The metadata shows request ID {request_id} and timestamp {timestamp}.",
                "The metadata shows request ID {request_id} and version {version}.",
                "The timestamp in the metadata is {timestamp} and the version is {version}.",
            ),
            "pagination": (
                "This is page {page}.",
                "We are looking at page {page}.",
                "There are {per_page} entries per page.",
                "The page size is {per_page} per page.",
                "The pagination counts a total of {total}.",
                "The total number of entries is {total}.",
                "This is page {page}, with {per_page} entries per page and {total} entries in total.",
                "Page {page} was returned; the pagination has {per_page} per page and a total of {total}.",
                "The pagination says page {page}, {per_page} per page, {total} in total.",
                "This is page {page}, with {per_page} entries per page.",
                "With {per_page} entries per page, the total is {total}.",
            ),
            "errors": (
                "the field is {field}",
                "about the field {field}",
                'it says "{message}"',
                'the message is "{message}"',
                'for the field {field} it gives the message "{message}"',
                'for the field {field} the server says "{message}"',
                'field {field}: "{message}"',
            ),
        },
        leads={
            "errors": (
                "The server listed these errors:",
                "These problems were listed:",
                "The list of what was wrong:",
            ),
        },
        nouns={"errors": "error"},
        questions={
            "status_code": (
                "Which status code did you get?",
                "What did the server answer?",
            ),
            "message": (
                "What message came with it?",
                "What does the message say?",
            ),
            "data": (
                "What is in the data?",
                "What does the payload contain?",
            ),
            "metadata.request_id": (
                "What is the ID of the request?",
                "Which request was that?",
            ),
            "metadata.timestamp": (
                "What is the timestamp in the metadata?",
                "When did the server answer?",
            ),
            "metadata.version": (
                "Which version of the API answered?",
                "What does it give as the version?",
            ),
            "pagination.page": (
                "Which page is it?",
                "Which page are you looking at?",
            ),
            "pagination.per_page": (
                "How many entries are there per page?",
                "What is the page size?",
            ),
            "pagination.total": (
                "How many entries are there in total?",
                "What total does the pagination give?",
            ),
            "errors.field": (
                "Which field is it about?",
                "Which field does it name?",
            ),
            "errors.message": (
                "What does it say about that field?",
                "What is the message there?",
            ),
        },
        slips={
            "errors": (
                '{field} - "{message}"',
                "{field}",
                '"{message}"',
            ),
        },
    ),
    "sensor_reading": Book(
        group="systems",
        sentences={
            "": (
                "The sensor ID is {sensor_id}.",
                "The reading comes from the sensor {sensor_id}.",
                "The probe is labelled {sensor_id}.",
                "The temperature was {temperature} degrees.",
                "The sensor measured a temperature of {temperature} °C.",
                "The temperature reads {temperature} °C.",
                "The humidity was {humidity} %.",
                "The sensor measured a relative humidity of {humidity} %.",
                "The air held a humidity of {humidity} percent.",
                "The reading was taken on {timestamp}.",
                "The timestamp is {timestamp}.",
                "The reading was recorded on {timestamp}.",
                "Sensor {sensor_id} reports a temperature of {temperature} °C.",
                "Sensor {sensor_id} shows a temperature of {temperature} °C and a humidity of {humidity} %.",
                "On {timestamp}, sensor {sensor_id} measured a temperature of {temperature} degrees.",
                "The temperature was {temperature} °C at a humidity of {humidity} %.",
                "The unit {sensor_id} took this reading on {timestamp}.",
                "The temperature on {timestamp} was {temperature} °C.",
                "A humidity of {humidity} % was measured on {timestamp}.",
            ),
        },
        questions={
            "sensor_id": (
                "Which sensor is it?",
                "What does the label on the sensor say?",
                "What is the ID of the sensor?",
            ),
            "temperature": (
                "What temperature does it show?",
                "How warm is it?",
                "What was the temperature?",
            ),
            "humidity": (
                "And how humid is it?",
                "What is the humidity?",
            ),
            "timestamp": (
                "When was that measured?",
                "What is the timestamp of the reading?",
                "When did you take the reading?",
            ),
        },
    ),
    "simple_config": Book(
        group="systems",
        sentences={
            "": (
                "The theme is {theme}.",
                "Use the {theme} theme.",
                "For the theme, {theme} has been chosen.",
                'The language is set to "{language}".',
                "The language tag is {language}.",
                'Texts appear in the language "{language}".',
                "Notifications enabled: {notifications_enabled}.",
                "Are notifications enabled? The answer is {notifications_enabled}.",
                'The switch "notifications enabled" says {notifications_enabled}.',
                "The font size is {font_size}.",
                "Text is shown in the {font_size} font size.",
                "For the font size, {font_size} has been picked.",
                'The {theme} theme is used, with the language set to "{language}".',
                'The theme is {theme} and the language is "{language}".',
                "The {theme} theme goes with the {font_size} font size.",
                'The language is "{language}" and the font size is {font_size}.',
                'The theme is {theme}, the language is "{language}" and the font size is {font_size}.',
                'The language is "{language}"; notifications enabled: {notifications_enabled}.',
                "The theme should be {theme}, the font size {font_size}.",
            ),
        },
        questions={
            "theme": (
                "Which theme would you like, and which settings?",
                "How is the theme set, and what goes with it?",
            ),
            "language": (
                "Which language should it be?",
                "What language tag is set?",
            ),
            "notifications_enabled": (
                "Should notifications be enabled?",
                "Are notifications enabled?",
            ),
            "font_size": (
                "Which font size do you prefer?",
                "What should the font size be?",
            ),
        },
    ),
    "tag_list": Book(
        group="systems",
        sentences={
            "": (
                "The item is {item_id}.",
                "The item ID is {item_id}.",
                "This is about the item {item_id}.",
                "The item is tagged {tags}.",
                "The tags of the item, in this order: {tags}.",
                "The tag line reads {tags}.",
                "The list was created by {created_by}.",
                "{created_by} created the list.",
                "The creator of the list is {created_by}.",
                "The item {item_id} is tagged {tags}.",
                "Item {item_id} carries these tags: {tags}.",
                "The list for {item_id} was created by {created_by}.",
                "{created_by} created the list for the item {item_id} with the tags {tags}.",
                "{created_by} created the list, tagged {tags}.",
            ),
        },
        questions={
            "item_id": (
                "Which item is it?",
                "What is the ID of the item?",
            ),
            "tags": (
                "Which tags does it have?",
                "How is the item tagged?",
            ),
            "created_by": (
                "Who created the list?",
                "Who put the tags there?",
            ),
        },
    ),
}

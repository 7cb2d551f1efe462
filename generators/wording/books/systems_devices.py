"""Phrase book: networks of devices, their rules, telemetry and health."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books.systems_questions import QUESTIONS

BOOKS: Mapping[str, Book] = {
    "iot_device_network": Book(
        group="systems",
        sentences={
            "": (
                "The network ID is {network_id}.",
                "The network is registered under the ID {network_id}.",
                "The network name is {network_name}.",
                "The network is called {network_name}.",
                "The network {network_id} is called {network_name}.",
                "The network is named {network_name} and has the ID {network_id}.",
                "Our asset list has the network as {network_name}, network ID {network_id}.",
            ),
            "location": (
                "The building is {building}.",
                "The network is installed in the building {building}.",
                "The floor is {floor}.",
                'For the floor, the plan says "{floor}".',
                "The room is {room}.",
                "The equipment is in the room {room}.",
                'The network is located in the building {building}, floor "{floor}", room "{room}".',
                "The location is the building {building} (floor: {floor}; room: {room}).",
                'The location is the building {building}, floor "{floor}".',
                "The location is the room {room} in the building {building}.",
                'On the floor plan look for "{floor}", room "{room}".',
            ),
            "location.coordinates": (
                "The latitude is {latitude}.",
                "The network lies at latitude {latitude}.",
                "The longitude is {longitude}.",
                "The network lies at longitude {longitude}.",
                "The coordinates are latitude {latitude} and longitude {longitude}.",
                "On the map the network lies at latitude {latitude}, longitude {longitude}.",
            ),
            "devices": (
                "device ID {device_id}",
                "the device has the ID {device_id}",
                "device name {device_name}",
                "called {device_name}",
                "device type {device_type}",
                "a device of type {device_type}",
                "device {device_id} called {device_name}",
                "{device_name} with the device ID {device_id}",
                "{device_name} (device ID {device_id}, type {device_type})",
                "{device_name}, device ID {device_id}, type {device_type}, status {status}",
                (
                    "the {device_name} has the device ID {device_id}, the type {device_type} and the status "
                    "{status}"
                ),
                (
                    "{device_name} with the device ID {device_id}, of type {device_type}, made by "
                    "{manufacturer} as model {model}"
                ),
                "{device_id} is called {device_name} and is of type {device_type}",
                "made by {manufacturer}",
                "manufacturer {manufacturer}",
                "model {model}",
                "the model is {model}",
                "made by {manufacturer} as model {model}",
                "manufacturer {manufacturer}, model {model}",
                "firmware version {firmware_version}",
                "it runs firmware {firmware_version}",
                "made by {manufacturer}, model {model}, with firmware {firmware_version}",
                "status {status}",
                "its status is {status}",
                "last seen {last_seen}",
                "it was last seen on {last_seen}",
                "status {status}, last seen {last_seen}",
                "the status is {status} and it was last seen on {last_seen}",
                "its data sheet names {capabilities} under capabilities",
                "it offers {capabilities} by way of capabilities",
            ),
            "devices.current_state": (
                "power: {power}",
                "powered up: {power}",
                "battery level {battery_level} %",
                "the battery level is {battery_level} %",
                "signal strength {signal_strength}",
                "the signal strength is {signal_strength}",
                "current readings: {readings}",
                "its readings show {readings}",
                "power: {power}, battery level {battery_level} %",
                "battery level {battery_level} % and signal strength {signal_strength}",
                "power: {power}, signal strength {signal_strength}",
            ),
            "devices.configuration": (
                "polled every {polling_interval_seconds} seconds",
                "polling interval {polling_interval_seconds} seconds",
                "alert thresholds set to {alert_thresholds}",
                "it raises an alert at {alert_thresholds}",
                "operating mode {operating_mode}",
                "it runs in operating mode {operating_mode}",
                "polling interval {polling_interval_seconds} seconds, operating mode {operating_mode}",
                (
                    "polled every {polling_interval_seconds} seconds, with alert thresholds set to "
                    "{alert_thresholds}"
                ),
            ),
            "devices.connections": (
                "connected to {connected_device_id}",
                "linked with device {connected_device_id}",
                "connection type {connection_type}",
                "the link is of type {connection_type}",
                "signal quality {signal_quality}",
                "the signal quality is {signal_quality}",
                "connected to {connected_device_id} over {connection_type}",
                "{connection_type} link to {connected_device_id}",
                "connected to {connected_device_id} over {connection_type}, signal quality {signal_quality}",
                "{connection_type} link to {connected_device_id} with a signal quality of {signal_quality}",
            ),
            "automation_rules": (
                "rule ID {rule_id}",
                "the rule has the ID {rule_id}",
                'rule name "{rule_name}"',
                'the rule is called "{rule_name}"',
                'rule {rule_id} called "{rule_name}"',
                '"{rule_name}" with the rule ID {rule_id}',
                "enabled: {enabled}",
                "currently enabled: {enabled}",
                "priority {priority}",
                "it runs with priority {priority}",
                "last triggered {last_triggered}",
                "it was last triggered on {last_triggered}",
                "enabled: {enabled}, priority {priority}",
            ),
            "automation_rules.triggers": (
                "it watches device {device_id}",
                "trigger device {device_id}",
                "condition type {condition_type}",
                "the condition is of type {condition_type}",
                "condition value {condition_value}",
                "the condition value is {condition_value}",
                "operator {operator}",
                "the operator is {operator}",
                "it watches device {device_id} with a condition of type {condition_type}",
                "condition value {condition_value} with the operator {operator}",
                (
                    "device {device_id}, condition type {condition_type}, condition value {condition_value}, "
                    "operator {operator}"
                ),
            ),
            "automation_rules.actions": (
                "target device {target_device_id}",
                "it acts upon device {target_device_id}",
                "action type {action_type}",
                "the action is of type {action_type}",
                "action parameters: {action_parameters}",
                "its parameters say {action_parameters}",
                "delay {delay_seconds} seconds",
                "after a delay of {delay_seconds} seconds",
                "action type {action_type} with the target device {target_device_id}",
                (
                    "device {target_device_id} gets the action {action_type} after a delay of "
                    "{delay_seconds} seconds"
                ),
                (
                    "device {target_device_id} gets the action {action_type}, where the parameters say "
                    "{action_parameters}"
                ),
            ),
            "telemetry_summary": (
                "The telemetry covers a reporting period of {reporting_period_hours} h.",
                "The reporting period in hours is {reporting_period_hours}.",
                "The total of data points is {total_data_points}.",
                "We counted {total_data_points} data points in total.",
                "The average is {average_readings_per_device} readings per device.",
                (
                    "The devices delivered {average_readings_per_device} readings each, as an average per "
                    "device."
                ),
                "The number of anomalies detected is {anomalies_detected}.",
                "Anomalies detected by the system: {anomalies_detected}.",
                (
                    "In a reporting period of {reporting_period_hours} h, {total_data_points} data "
                    "points came in."
                ),
                (
                    "There were {total_data_points} data points, an average of {average_readings_per_device} "
                    "readings per device."
                ),
                (
                    "There were {total_data_points} data points in total, and the number of anomalies "
                    "detected is {anomalies_detected}."
                ),
            ),
            "telemetry_summary.alerts_generated": (
                "alert ID {alert_id}",
                "the alert has the ID {alert_id}",
                "raised by device {device_id}",
                "it came from device {device_id}",
                'alert type "{alert_type}"',
                'the alert type is "{alert_type}"',
                "severity {severity}",
                "with the severity {severity}",
                "raised on {timestamp}",
                "its timestamp is {timestamp}",
                "resolved: {resolved}",
                "already resolved: {resolved}",
                "alert {alert_id} from device {device_id}",
                'alert {alert_id} of type "{alert_type}" from device {device_id}',
                'alert {alert_id} from device {device_id}, type "{alert_type}", severity {severity}',
                'alert type "{alert_type}", severity {severity}',
                "raised on {timestamp}, resolved: {resolved}",
            ),
            "network_health": (
                "The overall status is {overall_status}.",
                "Overall, the status of the network is {overall_status}.",
                "The uptime is {uptime_percentage} %.",
                "The uptime percentage comes to {uptime_percentage} %.",
                "The number of devices online is {devices_online}.",
                "Devices online: {devices_online}.",
                "The number of devices offline is {devices_offline}.",
                "Devices offline: {devices_offline}.",
                "The last health check ran on {last_health_check}.",
                "The health of the network was last checked on {last_health_check}.",
                "The overall status is {overall_status} with an uptime of {uptime_percentage} %.",
                "The count of devices online is {devices_online}, and the count of devices offline is "
                "{devices_offline}.",
                "The count gives {devices_online} as devices online, {devices_offline} as devices offline.",
                "The overall status at the last health check, on {last_health_check}, was {overall_status}.",
            ),
        },
        leads={
            "devices": (
                "These devices belong to the network:",
                "The devices are:",
                "Here is what is connected:",
            ),
            "devices.connections": (
                "Its connections:",
                "Links to other devices:",
            ),
            "automation_rules": (
                "These automation rules are set up:",
                "The automation rules are:",
            ),
            "automation_rules.triggers": (
                "What triggers it:",
                "Its triggers:",
            ),
            "automation_rules.actions": (
                "What it does then:",
                "Its actions:",
            ),
            "telemetry_summary.alerts_generated": (
                "These alerts were generated:",
                "The alerts are:",
            ),
        },
        nouns={
            "devices": "device",
            "devices.connections": "connection",
            "automation_rules": "rule",
            "automation_rules.triggers": "trigger",
            "automation_rules.actions": "action",
            "telemetry_summary.alerts_generated": "alert",
        },
        questions=QUESTIONS,
    ),
}

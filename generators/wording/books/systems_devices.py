"""Phrase book: networks of devices, their rules, telemetry and health."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

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
                "Our asset list has it as {network_name}, network ID {network_id}.",
            ),
            "location": (
                "The building is {building}.",
                "It is installed in the building {building}.",
                "The floor is {floor}.",
                'For the floor, the plan says "{floor}".',
                "The room is {room}.",
                "The equipment stands in the room {room}.",
                'It is located in the building {building}, floor "{floor}", room "{room}".',
                "The location is the building {building} (floor: {floor}; room: {room}).",
                'The location is the building {building}, floor "{floor}".',
                "The location is the room {room} in the building {building}.",
                'On the floor plan look for "{floor}", room "{room}".',
            ),
            "location.coordinates": (
                "The latitude is {latitude}.",
                "It lies at latitude {latitude}.",
                "The longitude is {longitude}.",
                "It lies at longitude {longitude}.",
                "The coordinates are latitude {latitude} and longitude {longitude}.",
                "On the map it lies at latitude {latitude}, longitude {longitude}.",
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
                "capabilities ({capabilities})",
                "its capabilities are ({capabilities})",
            ),
            "devices.current_state": (
                "power: {power}",
                "powered up: {power}",
                "battery level {battery_level} %",
                "the battery level is {battery_level} %",
                "signal strength {signal_strength}",
                "the signal strength is {signal_strength}",
                "current readings ({readings})",
                "it reads ({readings})",
                "power: {power}, battery level {battery_level} %",
                "battery level {battery_level} % and signal strength {signal_strength}",
                "power: {power}, signal strength {signal_strength}",
            ),
            "devices.configuration": (
                "polled every {polling_interval_seconds} seconds",
                "polling interval {polling_interval_seconds} seconds",
                "alert thresholds ({alert_thresholds})",
                "its alert thresholds are ({alert_thresholds})",
                "operating mode {operating_mode}",
                "it runs in operating mode {operating_mode}",
                "polling interval {polling_interval_seconds} seconds, operating mode {operating_mode}",
                (
                    "polled every {polling_interval_seconds} seconds with the alert thresholds "
                    "({alert_thresholds})"
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
                "action parameters ({action_parameters})",
                "with the parameters ({action_parameters})",
                "delay {delay_seconds} seconds",
                "after a delay of {delay_seconds} seconds",
                "action type {action_type} with the target device {target_device_id}",
                (
                    "device {target_device_id} gets the action {action_type} after a delay of "
                    "{delay_seconds} seconds"
                ),
                (
                    "device {target_device_id} gets the action {action_type} with the parameters "
                    "({action_parameters})"
                ),
            ),
            "telemetry_summary": (
                "The telemetry covers a reporting period of {reporting_period_hours} hours.",
                "The reporting period is {reporting_period_hours} hours.",
                "The total of data points is {total_data_points}.",
                "We counted {total_data_points} data points in total.",
                "The average is {average_readings_per_device} readings per device.",
                (
                    "The devices delivered {average_readings_per_device} readings each, as an average per "
                    "device."
                ),
                "The number of anomalies detected is {anomalies_detected}.",
                "We had {anomalies_detected} anomalies detected.",
                (
                    "In a reporting period of {reporting_period_hours} hours, {total_data_points} data "
                    "points came in."
                ),
                (
                    "There were {total_data_points} data points, an average of {average_readings_per_device} "
                    "readings per device."
                ),
                (
                    "There were {total_data_points} data points in total, with {anomalies_detected} "
                    "anomalies detected."
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
                "The count is {devices_online} devices online and {devices_offline} devices offline.",
                "Of the devices, {devices_online} online and {devices_offline} offline were counted.",
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
        questions={
            "network_id": (
                "What is the ID of the network?",
                "Which network is it?",
            ),
            "network_name": (
                "What is the network called?",
                "What is the name of the network?",
            ),
            "location.building": (
                "Which building is it in?",
                "What is the name of the building?",
            ),
            "location.floor": (
                "Which floor is it?",
                "Where in the building is it, which floor?",
            ),
            "location.room": (
                "Which room is it in?",
                "What does it say for the room?",
            ),
            "location.coordinates.latitude": (
                "What are the coordinates?",
                "What is the latitude?",
            ),
            "location.coordinates.longitude": (
                "What is the longitude?",
                "And the longitude?",
            ),
            "devices.device_id": (
                "What is the ID of the device?",
                "Which device is it?",
            ),
            "devices.device_name": (
                "What is the device called?",
                "What is its name?",
            ),
            "devices.device_type": (
                "What type of device is it?",
                "Which type is it?",
            ),
            "devices.manufacturer": (
                "Who makes it?",
                "Which manufacturer is it?",
            ),
            "devices.model": (
                "Which model is it?",
                "What is the model?",
            ),
            "devices.firmware_version": (
                "Which firmware does it run?",
                "What is the firmware version?",
            ),
            "devices.status": (
                "What is its status?",
                "How is it doing?",
            ),
            "devices.last_seen": (
                "When was it last seen?",
                "When did it last report?",
            ),
            "devices.capabilities": (
                "What can it do?",
                "Which capabilities does it have?",
            ),
            "devices.current_state.power": (
                "Is the power there?",
                "Does it have power?",
            ),
            "devices.current_state.battery_level": (
                "How full is the battery?",
                "What is the battery level?",
            ),
            "devices.current_state.signal_strength": (
                "How strong is the signal?",
                "What is the signal strength?",
            ),
            "devices.current_state.readings": (
                "What does it read?",
                "Which readings do you see?",
            ),
            "devices.configuration.polling_interval_seconds": (
                "How often is it polled?",
                "What is the polling interval?",
            ),
            "devices.configuration.alert_thresholds": (
                "Where are the alert thresholds?",
                "Which thresholds are set for alerts?",
            ),
            "devices.configuration.operating_mode": (
                "In which mode does it run?",
                "What is the operating mode?",
            ),
            "devices.connections.connected_device_id": (
                "Which device is it connected to?",
                "Where does the link go?",
            ),
            "devices.connections.connection_type": (
                "What type of connection is it?",
                "How are they connected?",
            ),
            "devices.connections.signal_quality": (
                "How is the signal quality?",
                "What is the quality of the signal?",
            ),
            "automation_rules.rule_id": (
                "What is the ID of the rule?",
                "Which rule is it?",
            ),
            "automation_rules.rule_name": (
                "What is the rule called?",
                "What is its name?",
            ),
            "automation_rules.enabled": (
                "Is the rule enabled?",
                "Has it been enabled?",
            ),
            "automation_rules.priority": (
                "Which priority does the rule have?",
                "What is its priority?",
            ),
            "automation_rules.last_triggered": (
                "When was it last triggered?",
                "When did it last run?",
            ),
            "automation_rules.triggers.device_id": (
                "Which device does it watch?",
                "Which device triggers it?",
            ),
            "automation_rules.triggers.condition_type": (
                "What type of condition is it?",
                "Which type of condition is set?",
            ),
            "automation_rules.triggers.condition_value": (
                "What is the condition value?",
                "What value does it compare with?",
            ),
            "automation_rules.triggers.operator": (
                "Which operator does it use?",
                "How is it compared?",
            ),
            "automation_rules.actions.target_device_id": (
                "Which device does it act upon?",
                "What is the target?",
            ),
            "automation_rules.actions.action_type": (
                "What does it do?",
                "Which type of action is it?",
            ),
            "automation_rules.actions.action_parameters": (
                "With which parameters?",
                "Are there parameters?",
            ),
            "automation_rules.actions.delay_seconds": (
                "How long does it wait?",
                "What is the delay?",
            ),
            "telemetry_summary.reporting_period_hours": (
                "How long is the reporting period?",
                "Which period does the telemetry cover?",
            ),
            "telemetry_summary.total_data_points": (
                "How many data points were there?",
                "What is the total of data points?",
            ),
            "telemetry_summary.average_readings_per_device": (
                "What is the average per device?",
                "How many readings is that per device?",
            ),
            "telemetry_summary.anomalies_detected": (
                "How many anomalies were detected?",
                "Did you see anomalies?",
            ),
            "telemetry_summary.alerts_generated.alert_id": (
                "What is the ID of the alert?",
                "Which alert is it?",
            ),
            "telemetry_summary.alerts_generated.device_id": (
                "Which device raised it?",
                "Where did it come from?",
            ),
            "telemetry_summary.alerts_generated.alert_type": (
                "What type of alert is it?",
                "What was it about?",
            ),
            "telemetry_summary.alerts_generated.severity": (
                "How severe is it?",
                "What is the severity?",
            ),
            "telemetry_summary.alerts_generated.timestamp": (
                "When was it raised?",
                "What is its timestamp?",
            ),
            "telemetry_summary.alerts_generated.resolved": (
                "Has it been resolved?",
                "Is it resolved?",
            ),
            "network_health.overall_status": (
                "How is the network doing overall?",
                "What is the overall status?",
            ),
            "network_health.uptime_percentage": (
                "What is the uptime?",
                "How much of the time was it up?",
            ),
            "network_health.devices_online": (
                "How many devices are online?",
                "What is the count of devices online?",
            ),
            "network_health.devices_offline": (
                "And how many are offline?",
                "What is the count of devices offline?",
            ),
            "network_health.last_health_check": (
                "When did the last health check run?",
                "When was the health last checked?",
            ),
        },
    ),
}

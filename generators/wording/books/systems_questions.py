"""Questions for networks of devices, as they are asked on the telephone."""

from collections.abc import Mapping

QUESTIONS: Mapping[str, tuple[str, ...]] = {
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
}

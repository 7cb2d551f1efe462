"""Networks of devices in buildings."""

from edgejson.generators.worlds.iot_device_network.network import WORLD

__all__ = ["WORLD"]

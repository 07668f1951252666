"""The record: its types, and how it is assembled from what the steps gave."""

from dateline.views.assemble import assemble
from dateline.views.cite import cite
from dateline.views.document import Record
from dateline.views.material import Findings, Kept, Material

__all__ = ["Findings", "Kept", "Material", "Record", "assemble", "cite"]

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Trygg</name>
    <message>
        <source>A bandwidth can be suggested from 2 events or more, but there are {n}; give a bandwidth yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count is missing or below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date is missing; leave events without a date out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A denominator is infinite or below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A distance band needs at least two areas, all with a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A harm weight table needs a category field, so that each incident finds its weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line stands before the first [section].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moving average needs a width of at least 1, but it is {width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A neighbour pair names an area outside 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A p-value lies outside 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A period to compare has no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place could not be read: its binary form is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring of the area has a vertex without finite coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring of the area must be a list of (x, y) pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring of the window has fewer than three points or lacks coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of kind {kind} takes {expected} field(s), not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section [{kind}] is not known here; known are {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of events must lie above 0 and at most at 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with a weight for each category, instead of a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight between neighbours is not a number above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All areas have the same centre, so no distance band can be derived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events lie at one place: cells of 100 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events lie on one line, so Diggle's rule has no area to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} cells have the same value ({value:g}), so no place stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} events lie in one place, so no bandwidth can be suggested; give a bandwidth yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error in Trygg stopped the work: {error}. Please report it together with the text above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expected band needs whole numbers of events; use counts without weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any point layer. Only selected features are used when so chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area number {number} has a vertex without coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 19 repetitions are needed, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one permutation is needed, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {band:.0f} m every area has at least one neighbour ({mean:.1f} on average).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands need a width above 0 and a number of at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sets must be counted in the same areas; there are {a} and {b}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories are named, but no category field is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category in the weight table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of {metres} m would be about {needed:.0f} cells over this extent; at most {most} are possible. Choose larger cells or a smaller extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains need a distance and a time above 0, but they are {distance} m and {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change is tested on whole counts; one is missing, below 0 or broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the category field and the weight field of the weight table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering is strongest at {band:g} m (first peak of Moran's z, {score:.1f}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clustering shows no peak up to {far:g} m, so the adjoining cells count ({band:g} m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold spot, 90 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold spot, 95 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold spot, 99 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composed jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concentration and stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate system to work in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates and times are not lists of the same length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date field: “{field}” (the layer's only one).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date field: “{field}”, chosen by its name among {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diggle's rule finds no two events within {distance:.0f} m of each other; there are too few events for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances cannot be measured in {crs}. Choose a projected coordinate system in metres, for example EPSG:3006 (SWEREF 99 TM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each event shares its place with at least {k} others; choose more neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect of measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End date field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End date field: “{field}”, chosen by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every place needs an area above 0 km².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast, observed events, areas and scores must be equally many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbok</translation>
    </message>
    <message>
        <source>Harm weight field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harm weight table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot spot, 90 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot spot, 95 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot spot, 99 % confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot spots need at least 3 cells to compare, but there are {count}. Choose smaller cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out drafts, submitted and rejected reports of a Trygg workspace. Other layers have no review and are taken whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by {title} ({algorithm}) at {made}. Parameters: {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be in metres. Empty: the layer's own, or a suitable one when the layer is in degrees, feet or Web Mercator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near repeats need at least 2 events with a place and a date, but there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell of the grid lies in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident has the category {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident is left after the filters ({total} were read). Choose a longer period or more categories; the log says what was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the categories {wanted} stands in the field “{field}”. It holds: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of events used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only reviewed incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only text is checked for personal data; “{field}” is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these categories (separated by semicolons)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} incidents are left after the filters, and this method needs at least {needed}. Choose a longer period or more categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {which} has no events, so that nothing can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF {path} could not be written. Close it if it is open elsewhere, and see that the folder exists and the disk has room. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF {path} is open in another program or its folder is write-protected ({reason}). Close it or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area has no ring that encloses anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band needs at least one earlier year and a window of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bandwidth must be a number above 0 metres, but is {bandwidth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bootstrap needs at least one resample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell centres must be sorted; give a regular grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell size must be a number above 0 metres, but is {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell size must be above 0 m, not {metres} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code list has no section [codelist {key}] in standard.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code list {list} does not have {parents} as its parent_list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code list “{key}” has no file codelists/{key}.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code list “{list}” of field “{field}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code “{code}” lacks its label in column label_{language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code “{code}” may hold only a–z, 0–9 and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code “{code}” stands here again; it stood on line {first} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour “{colour}” is not written as #rrggbb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column name “{column}” may hold only a–z, 0–9 and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” stands in the heading twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer's memory does not suffice. Choose larger cells, shorter distances or a shorter period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence level must lie between 0 and 1, but it is {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence level must lie between 0 and 1, not at {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence must lie between 0 and 1, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contiguity rule {rule!r} is neither queen nor rook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates do not fit their coordinate system ({crs}). Check it, and whether the two coordinates are swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corner of the grid has no finite coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data begin on {first}, after the period to compare with, which begins on {start}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with the workspace is full or cannot be written. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance band must be above 0 m, not {metres} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance must be above 0 m, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duration must be 0 days or more, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edge correction {edge} needs the observed area as a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events are too few for a bootstrap interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events ask for cells of {side} m, but {cell:g} m keeps the grid below {most} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events stand so dense that {pairs} pairs would have to be compared. Choose a shorter distance or duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exposure must have one number per period ({periods}), or one per reporter and period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exposure of a period cannot be negative or missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression names “{column}”, which is no field of this record type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent of the grid ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent of the grid has no finite coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extent of the grid is empty or has no coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{field}” of type {type} needs “{option}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{field}” refers to the record type “{record}”, not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{field}” stands in no known group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty; it needs at least a heading row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. In Excel: Save as, CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Save it again as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {key}.ini is not named under records; name it or remove the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be replaced ({reason}). Close the project that shows it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is not a QGIS layout template. Save one from the layout designer (Layout ▸ Save as template).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{path}” cannot be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The funnel's target rate must be above 0, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The geometry “{value}” is not known; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid has no cells; choose a larger extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid would have {cells} cells, and at most {most} are allowed; choose larger cells or a smaller extent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heading lacks {columns}. Columns are separated by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hottest place alone covers {first:.1%} of the area, more than the {share:.1%} asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel {name} has no edge correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{key}” of [{kind}] may hold only a–z, 0–9 and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind “{value}” of rule “{rule}” is not known; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day {last} lies before the first day {first}; exchange the two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last row of the table must stand for at least 1 event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system and its coordinates look like degrees. Set its coordinate system first (right-click the layer, Layer CRS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system; its coordinates are taken to be in {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no coordinate system; its coordinates are taken to be metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no date field. Choose the field that says when the incidents happened (a date, or text such as 2024-05-31 22:15).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no field “{field}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no incidents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” holds no points. Choose a point layer, or make points of it first (centroids).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout template {path} cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has no value in {n} places; give them 0 or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next period has no events to compare the map with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of neighbours must lie between 1 and {most} for {n} events, but is {k}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observed span needs one first and one last day; give both dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parent list “{list}” is not a code list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parent “{parent}” of “{code}” is not a code of the list {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends ({last}) before it begins ({first}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period is empty: it must end after it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project already has a layout named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project {path} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raster “{path}” cannot be written. Is the folder there and the file not open in another program? {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record type “{key}” has no file {key}.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record type “{key}” is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result “{name}” could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rings of the area cross each other or themselves; repair the polygons first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has {found} columns where the heading has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “{rule}” has values but no field that they belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “{rule}” names the value “{value}”, unknown in list {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “{rule}” names “{field}”, which is no field here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same place ends at {same} but the first band already at {width}; choose a smaller distance for the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section [record] is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section [standard] with version and records is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of events per sample must lie between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The significance limit must lie between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest cluster must have at least 1 event, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard in {folder} cannot be used. Correct this and try again:
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard stored in the workspace cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state field “{field}” is not a field of type code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {table} could not be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {table} of {path} cannot be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test needs at least one simulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two ends of the neighbour pairs are not equally many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two periods have counts for {before} and {after} areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type “{value}” of field “{field}” is not known; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight table has no weight for: {categories}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights have {rows} × {columns} bands but the limits give {s} × {t}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has no polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace file is damaged or is not a workspace. Use the latest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no areas, so the atlas has no pages. Add EST areas (polygons) to the layer “Areas” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace holds a place that is not a GeoPackage geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace may only be read: the file or its folder is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The x and y coordinates are not two lists of the same length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {kind} bands need at least two limits that increase from 0 or more, but they are {breaks}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} have fractions; this method needs whole numbers of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} have {n} missing or infinite values; fill them in or leave the places out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} have {n} negative values; counts of events cannot be below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} must be a table with {wanted} dimension(s); it has {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} must be two numbers, before and after; it has {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events with a place, so no cell size can be derived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events, so that nothing can be concentrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no places to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no reporters or no periods to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {counts} counts for {bases} denominators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {days} dates for {places} places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {pairs} pairs of events within {distance} m of each other, more than the {limit} that are kept in memory. Choose a shorter distance, a shorter period or fewer categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {starts} start times but {ends} end times; each event needs one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {values} counts for {areas} areas with neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {values} values for {cells} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {weights} weights for {events} events; give one weight per event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {x} x, {y} y and {t} times; each event needs one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no edge correction named {edge}; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kernel named {name}; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be one weight for each point, but there are {w} weights for {n} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be one x and one y for each point, but there are {x} x and {y} y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is neither [section], name = value nor comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tool needs the Python package {packages}, which this QGIS does not have. Windows: run OSGeo4W Setup and choose python3-{packages}. Debian and Ubuntu: install python3-{packages}. Then restart QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trygg help</source>
        <translation>Hjälp för Trygg</translation>
    </message>
    <message>
        <source>Trygg – crime prevention by the EST method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trygg – help</source>
        <translation>Trygg – hjälp</translation>
    </message>
    <message>
        <source>Values as they stand in the category field. Empty: all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight in the weight table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of each incident, for example days of imprisonment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights must be numbers that are zero or larger; correct the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it ended at the latest, for events that nobody saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it happened, or began. Empty: the layer's date field, said in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{title}] lacks {option}: every text stands in Swedish and English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{title}] stands here again; it stood on line {first} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells have no value; leave them out or give them one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events have no place; leave them out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events have no time; leave them out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events have no weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents are deleted and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents are not reviewed and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents end before they begin and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents happened after the period and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents happened before the period and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have a negative harm weight; a weight must be 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have another category and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have no date and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have no harm weight and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have no place and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents have several points and are placed at the mean of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents lie in the future and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents lie outside the coordinate system and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents read from “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places have no coordinates; leave them out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} values of the field “{field}” are no dates that could be read (year-month-day, hour:minute).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{events} events on {area} km² of ground that holds any: twice the area per event is a cell side of {side} m, rounded to {cell:g} m (quadrat rule).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k} nearest neighbours cannot be found among {n} places; choose 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} of {n} points have no place (empty or infinite coordinates); leave them out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} of {n} weights are empty or infinite; give them a number or leave the points out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{negative} of {n} weights are negative; a weight must be 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} samples are too few for a {level:.0%} interval; take at least {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} in {column} is not a date and time (YYYY-MM-DD HH:MM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“max_length” is a whole number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“minimum” is greater than “maximum”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“version” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” has a parent, but the list has no parent_list in standard.ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” cascades from “{above}”, which is no field of type code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is a column that every table has already; choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot name a table: use a–z, 0–9 and _, not trygg_ or code_ first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{layer}” is in {own}, where distances are not metres; it is worked on in {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” belongs to fields of type {types}, not {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” is a number with a decimal point, not “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” is not an option of [{kind}]; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” is yes or no, not “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” stands here again; it stood on line {first} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” cannot be the default of field “{field}” of type {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” in column retired is neither yes, no nor empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no date. Write it as 2024-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

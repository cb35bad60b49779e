namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>What figures look like: colours by name in light and in dark, sizes of texts. Contrast with the paper is at least 4.5 : 1 for texts and 3 : 1 for lines.</summary>
internal static class ChartStyle
{
    /// <summary>The size of texts at axes and in legends, in units of the drawing.</summary>
    public const double Small = 14;

    /// <summary>The class of a hue.</summary>
    public static string Of(Hue hue) => "h" + ((int)hue).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The id of the hatching of a figure.</summary>
    public static string Hatching(string figure, Hue hue) => $"{figure}-{Of(hue)}";

    /// <summary>The colours; a figure of its own brings them along.</summary>
    public const string Colours = """
        :root, .figure-root { --paper:#ffffff; --ink:#1b1f27; --quiet:#5b6472; --rule:#d6dae1; --faint:#eef0f4; --c0:#1f5fbf; --c1:#b8480b; --c2:#0b7568; --c3:#6d3bc4; --c4:#8a6100; --c5:#b01e66; --c6:#6a7280; --bad:#b3261e; --good:#1a7340; }
        @media (prefers-color-scheme: dark) { :root, .figure-root { --paper:#14171c; --ink:#e9ecf1; --quiet:#a3adba; --rule:#39404b; --faint:#20252d; --c0:#7db2ff; --c1:#ff9f68; --c2:#45cfbb; --c3:#b99cff; --c4:#e2bd57; --c5:#ff8dc1; --c6:#98a2b0; --bad:#ff8a80; --good:#6fd39a; } }
        @media print { :root, .figure-root { --paper:#ffffff; --ink:#000000; --quiet:#444444; --rule:#bbbbbb; --faint:#f2f2f2; --c0:#1f5fbf; --c1:#b8480b; --c2:#0b7568; --c3:#6d3bc4; --c4:#8a6100; --c5:#b01e66; --c6:#6a7280; --bad:#b3261e; --good:#1a7340; } }
        """;

    /// <summary>How the parts of a figure are drawn.</summary>
    public const string Rules = """
        svg.figure { display:block; width:100%; height:auto; font:14px/1.2 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif; }
        svg.figure text { fill:var(--quiet); font-size:14px; font-variant-numeric:tabular-nums; }
        svg.figure text.key, svg.figure text.mark, svg.figure text.inside { fill:var(--ink); }
        svg.figure text.title { fill:var(--quiet); }
        svg.figure text.strong { fill:var(--ink); font-weight:600; }
        svg.figure text.inside { text-anchor:middle; font-weight:600; paint-order:stroke; stroke:var(--paper); stroke-width:3px; stroke-linejoin:round; }
        svg.figure text.mark { paint-order:stroke; stroke:var(--paper); stroke-width:4px; stroke-linejoin:round; }
        svg.figure .grid { stroke:var(--rule); stroke-width:1; opacity:.7; }
        svg.figure .axis { stroke:var(--quiet); stroke-width:1; fill:none; }
        svg.figure .guide { stroke:var(--ink); stroke-width:1; stroke-dasharray:2 3; }
        svg.figure .line { fill:none; stroke-width:2.4; stroke-linejoin:round; stroke-linecap:round; stroke:currentColor; }
        svg.figure .dashed { stroke-dasharray:7 5; stroke-width:2; }
        svg.figure .band { fill:currentColor; fill-opacity:.18; stroke:none; }
        svg.figure .region { fill:currentColor; fill-opacity:.24; stroke:none; }
        svg.figure .edge { fill:none; stroke:currentColor; stroke-width:1.2; stroke-opacity:.75; }
        svg.figure .hatch { stroke:currentColor; stroke-width:2; stroke-opacity:.55; }
        svg.figure .bar { fill:currentColor; fill-opacity:.75; }
        svg.figure .dot { fill:currentColor; stroke:var(--paper); stroke-width:1; }
        svg.figure .ring { fill:var(--paper); stroke:currentColor; stroke-width:2; }
        svg.figure .error { stroke:var(--ink); stroke-width:1.4; fill:none; }
        svg.figure .node { fill:var(--faint); stroke:var(--c0); stroke-width:1.4; } svg.figure .node.empty { stroke:var(--rule); }
        svg.figure .linked { stroke:var(--c0); stroke-width:2; stroke-opacity:.35; } svg.figure .forbidden { stroke:var(--bad); }
        svg.figure .blank { fill:var(--paper); } svg.figure .cross { stroke:var(--bad); stroke-width:3.4; stroke-linecap:round; } svg.figure .cross.either { stroke-width:1.6; }
        svg.figure text.broken { fill:var(--bad); font-weight:600; } svg.figure .ring.dashed { stroke-dasharray:3 3; } svg.figure a { text-decoration:none; }
        svg.figure .h0 { color:var(--c0); } svg.figure .h1 { color:var(--c1); } svg.figure .h2 { color:var(--c2); } svg.figure .h3 { color:var(--c3); }
        svg.figure .h4 { color:var(--c4); } svg.figure .h5 { color:var(--c5); } svg.figure .h6 { color:var(--c6); }
        """;
}

namespace MechanismDsl.Generators.Planning;

/// <summary>
/// The side of the market in its own words and with its own comparisons: buyers bid values and the highest wins, suppliers report costs
/// and the lowest wins. Writers that go through it need not know which side they write.
/// </summary>
internal sealed record Market(bool IsProcurement, bool IsVirtual = true)
{
    /// <summary>The upper end of the default report domain.</summary>
    public const double LargestReport = 1e15;

    /// <summary>A report: <c>bid</c> or <c>cost</c>.</summary>
    public string Report => IsProcurement ? "cost" : "bid";

    /// <summary>Several reports.</summary>
    public string Reports => IsProcurement ? "costs" : "bids";

    /// <summary>Who reports.</summary>
    public string Agent => IsProcurement ? "supplier" : "bidder";

    /// <summary>Several of them.</summary>
    public string Agents => IsProcurement ? "suppliers" : "bidders";

    /// <summary>The best report: <c>highest</c> or <c>lowest</c>.</summary>
    public string Best => IsProcurement ? "lowest" : "highest";

    /// <summary>The worst report: <c>lowest</c> or <c>highest</c>.</summary>
    public string Worst => IsProcurement ? "highest" : "lowest";

    /// <summary>What a winner does with the price: <c>pays</c> or <c>receives</c>.</summary>
    public string Pays => IsProcurement ? "receives" : "pays";

    /// <summary>The limit of service: <c>reserve</c> or <c>ceiling</c>.</summary>
    public string Limit => IsProcurement ? "ceiling" : "reserve";

    /// <summary>What the allocation compares: <c>virtual value</c> or <c>virtual cost</c>, or the reports by their weights.</summary>
    public string Score => $"{(IsVirtual ? "virtual" : "weighted")} {(IsProcurement ? "cost" : "value")}";

    /// <summary>The operator "is at least as good a report as".</summary>
    public string AtLeast => IsProcurement ? "<=" : ">=";

    /// <summary>The operator "is a better report than".</summary>
    public string Beats => IsProcurement ? "<" : ">";

    /// <summary>The method that takes the stricter of two limits: the price of a buyer is the greatest of its thresholds.</summary>
    public string Stricter => IsProcurement ? "Math.Min" : "Math.Max";

    /// <summary>The method that takes the milder of two limits.</summary>
    public string Milder => IsProcurement ? "Math.Max" : "Math.Min";

    /// <summary>The score of whoever may not be served.</summary>
    public string NeverServed => IsProcurement ? "double.PositiveInfinity" : "double.NegativeInfinity";

    /// <summary>A type in the theory's sense (value, or minus cost) as a report, and back.</summary>
    public double Mirror(double type) => IsProcurement ? -type : type;

    /// <summary>A report that no rule serves and no validated report equals: it stands for an absent agent.</summary>
    public string Absent(Currency currency) => IsProcurement ? currency.Type + ".MaxValue" : "-1";

    /// <summary>The limit that every report of the domain meets.</summary>
    public double NoLimit => IsProcurement ? LargestReport : 0;
}

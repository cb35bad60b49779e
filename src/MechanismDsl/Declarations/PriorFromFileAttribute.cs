namespace MechanismDsl;

/// <summary>The distribution of values is that of observed bids: a column of a CSV file that is an AdditionalFile of the project.</summary>
/// <param name="path">The file's path, relative to the project or as the project names it, with <c>/</c> between folders.</param>
/// <remarks>
/// Without <see cref="Bins"/> and <see cref="Ironing"/> the mechanism is a second-price auction with the reserve that is best on the sample;
/// exact ironing of a sample overfits and is done only on request.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, RevenueOptimal]
/// [PriorFromFile("bids.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
/// public partial class BannerAuction;
/// </code>
/// with <c>&lt;AdditionalFiles Include="bids.csv" /&gt;</c> in the project.
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class PriorFromFileAttribute(string path) : Attribute
{
    /// <summary>The file's path.</summary>
    public string Path => path;

    /// <summary>Header of the column that holds the bids; the only numeric column where unset and unambiguous.</summary>
    public string? Column { get; set; }

    /// <summary>
    /// Headers of columns that together name one bidder in one auction: of their rows only the highest bid counts. The first of them is the auction,
    /// within which bids may depend on each other. Every row counts where unset.
    /// </summary>
    public string[] HighestPer { get; set; } = [];

    /// <summary>Number of bins of equal width on [min, max] of the sample that make a histogram of it, 2 to 1000; 0, the default: the sample as it is.</summary>
    public int Bins { get; set; }

    /// <summary>True to iron the empirical distribution exactly, false (the default) for its best reserve alone. Bins are always ironed.</summary>
    public bool Ironing { get; set; }

    /// <summary>The agent whose prior this is; all agents unless set.</summary>
    public string? Agent { get; set; }
}

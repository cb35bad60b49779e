namespace MechanismDsl.Theory.Tests.Data;

/// <summary>
/// A test on real bids that are not part of the repository. It looks for them in the folder that MECHANISMDSL_DATA names, otherwise in
/// <c>shared/data</c> beside the repository, and is skipped with the reason where they are absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute() => Skip = RealData.WhyAbsent;
}

/// <summary>As <see cref="RealDataFactAttribute"/>, with arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute() => Skip = RealData.WhyAbsent;
}

/// <summary>The folder with real bids (Jank and Shmueli, Modeling Online Auctions, 2010).</summary>
internal static class RealData
{
    private const string Variable = "MECHANISMDSL_DATA";

    private static readonly string? Folder = Find();

    /// <summary>Null where the data are there.</summary>
    public static string? WhyAbsent { get; } =
        Folder is null ? $"No real bids: set {Variable} to their folder, or put them into shared/data beside the repository." : null;

    public static string Read(string good) => File.ReadAllText(Path.Combine(Folder!, $"ebay-{good}-bids.csv"));

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var parents = new List<string>();
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            parents.Add(Path.Combine(folder.FullName, "shared", "data"));
        }

        string[] candidates = string.IsNullOrEmpty(named) ? [.. parents] : [named];
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "ebay-palm-bids.csv")));
    }
}

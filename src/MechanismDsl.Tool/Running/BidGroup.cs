using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>The rows of a file that make one profile, where a row is an agent or a bid.</summary>
/// <param name="Name">The name of the profile: <c>1</c> where the file has no column for it.</param>
/// <param name="Rows">Its rows, in the order of the agents.</param>
/// <param name="Agents">What the agents are called: by the column <c>agent</c>, otherwise by their index.</param>
internal sealed record BidGroup(string Name, IReadOnlyList<BidRow> Rows, IReadOnlyList<string> Agents);

/// <summary>How profiles lie in files.</summary>
internal static class BidGroups
{
    /// <summary>The column that tells profiles apart.</summary>
    public const string Profile = "profile";

    /// <summary>The column that names agents.</summary>
    public const string Agent = "agent";

    /// <summary>The profiles of a file in which a row is an agent.</summary>
    /// <param name="file">The file.</param>
    /// <param name="declared">The names of the agents where they are declared: their rows stand in this order then, whatever the order of the file.</param>
    /// <exception cref="ToolException">A profile has no row of a declared agent.</exception>
    public static IEnumerable<BidGroup> Groups(this BidFile file, IReadOnlyList<string> declared)
    {
        var agent = file.Optional(Agent);
        return file.Profiles().Select(group =>
        {
            List<BidRow> rows = declared.Count == 0 || agent < 0
                ? [.. group]
                : [.. declared.Select(name => group.FirstOrDefault(row => string.Equals(row.Cells[agent], name, StringComparison.OrdinalIgnoreCase))
                    ?? throw new ToolException(FormattableString.Invariant($"{file.Path} line {group.First().Line}: the profile has no row of agent '{name}'.")))];
            return new BidGroup(
                group.Key,
                rows,
                [.. rows.Select((row, index) => agent >= 0 ? row.Cells[agent] : index < declared.Count ? declared[index] : FormattableString.Invariant($"{index}"))]);
        });
    }

    /// <summary>The rows of every profile, by the column <c>profile</c>; all rows are one profile without it.</summary>
    public static IEnumerable<IGrouping<string, BidRow>> Profiles(this BidFile file)
    {
        var profile = file.Optional(Profile);
        return file.Rows.GroupBy(row => profile < 0 ? "1" : row.Cells[profile], StringComparer.Ordinal);
    }

    /// <summary>The numbers of a row in which every agent has a column; an alike agent without a number does not take part.</summary>
    /// <param name="file">The file.</param>
    /// <param name="row">The row.</param>
    /// <param name="declared">The names of the agents where they are declared.</param>
    /// <param name="others">Columns that are no agents.</param>
    /// <exception cref="ToolException">There is no column of a declared agent, or a cell is no number.</exception>
    public static (IReadOnlyList<string> Names, TReport[] Reports) Numbers<TReport>(this BidFile file, BidRow row, IReadOnlyList<string> declared, params IReadOnlyList<int> others)
        where TReport : INumber<TReport>
    {
        int[] present = declared.Count > 0
            ? [.. declared.Select(file.Column)]
            : [.. Enumerable.Range(0, file.Header.Count).Where(column => !others.Contains(column) && row.Cells[column].Length > 0)];
        return ([.. present.Select(column => file.Header[column])], [.. present.Select(column => file.Parse<TReport>(row, column))]);
    }
}

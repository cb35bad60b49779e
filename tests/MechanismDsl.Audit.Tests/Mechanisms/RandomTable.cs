namespace MechanismDsl.Auditing.Tests.Mechanisms;

/// <summary>Any single-item mechanism of two agents with the types 1, 2, 3: a winner and a price for each of nine profiles, set by a test.</summary>
public sealed class RandomTable : IMechanism<long, Sale<long>>
{
    private static readonly AsyncLocal<Sale<long>[]> _table = new();

    public static MechanismInfo Info { get; } = new(nameof(RandomTable), "single item", "a table", []);

    public static Sale<long>[] Table
    {
        get => _table.Value!;
        set => _table.Value = value;
    }

    public static Sale<long> Run(ReadOnlySpan<long> reports)
    {
        foreach (var report in reports)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(report, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(report, 3);
        }

        return Table[((int)(reports[0] - 1) * 3) + (int)(reports[1] - 1)];
    }

    public static void RunBatch(ReadOnlySpan<long> reports, int agents, Span<Sale<long>> outcomes)
    {
        for (var row = 0; row < outcomes.Length; row++)
        {
            outcomes[row] = Run(reports.Slice(row * agents, agents));
        }
    }
}

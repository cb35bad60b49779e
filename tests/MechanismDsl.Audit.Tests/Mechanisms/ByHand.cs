namespace MechanismDsl.Auditing.Tests.Mechanisms;

/// <summary>The highest bid wins and pays the third highest: it pays to bid more than the own value.</summary>
public sealed class ThirdPrice : IMechanism<double, Sale<double>>
{
    public static MechanismInfo Info { get; } = new(nameof(ThirdPrice), "single item", "third price", []);

    public static Sale<double> Run(ReadOnlySpan<double> reports)
    {
        if (reports.Length == 0)
        {
            return Sale<double>.Unsold;
        }

        var sorted = reports.ToArray();
        Array.Sort(sorted);
        return new(reports.IndexOf(sorted[^1]), sorted.Length > 2 ? sorted[^3] : 0);
    }

    public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes)
    {
        for (var auction = 0; auction < outcomes.Length; auction++)
        {
            outcomes[auction] = Run(reports.Slice(auction * agents, agents));
        }
    }
}

/// <summary>A price that is no number.</summary>
public sealed class NoNumber : IMechanism<double, Sale<double>>
{
    public static MechanismInfo Info { get; } = new(nameof(NoNumber), "single item", "NaN", []);

    public static Sale<double> Run(ReadOnlySpan<double> reports) => new(0, double.NaN);

    public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes) => outcomes.Fill(new(0, double.NaN));
}

/// <summary>Refuses reports above 5.</summary>
public sealed class Choosy : IMechanism<double, Sale<double>>
{
    public static MechanismInfo Info { get; } = new(nameof(Choosy), "single item", "up to 5", []);

    public static Sale<double> Run(ReadOnlySpan<double> reports)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reports[0], 5);
        return new(0, 0);
    }

    public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes)
    {
        for (var row = 0; row < outcomes.Length; row++)
        {
            outcomes[row] = Run(reports.Slice(row * agents, agents));
        }
    }
}

/// <summary>A meal that friends share; what they want is no number.</summary>
public enum Taste
{
    Sweet,
    Salty,
}

/// <summary>Where they eat, and what each pays.</summary>
public readonly record struct Dinner(Taste Place, double FirstPays, double SecondPays);

/// <summary>The first friend decides and pays nothing.</summary>
public sealed class Dictator : IMechanism<Taste, Dinner>
{
    public static MechanismInfo Info { get; } = new(nameof(Dictator), "dinner", "the first decides", []);

    public static Dinner Run(ReadOnlySpan<Taste> reports) => new(reports[0], 0, 0);

    public static void RunBatch(ReadOnlySpan<Taste> reports, int agents, Span<Dinner> outcomes) => throw new NotSupportedException();
}

/// <summary>The second friend's report decides against it, and it is paid.</summary>
public sealed class Contrarian : IMechanism<Taste, Dinner>
{
    public static MechanismInfo Info { get; } = new(nameof(Contrarian), "dinner", "the second gets what it does not ask for", []);

    public static Dinner Run(ReadOnlySpan<Taste> reports) => new(reports[1] == Taste.Sweet ? Taste.Salty : Taste.Sweet, 1, -1);

    public static void RunBatch(ReadOnlySpan<Taste> reports, int agents, Span<Dinner> outcomes) => throw new NotSupportedException();
}

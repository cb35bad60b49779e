using System.Globalization;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Searching;

/// <summary>From where to where a search draws types, and how it draws them: a grid, ties and random numbers.</summary>
internal sealed class TypeRanges
{
    private const int GridSteps = 10;
    private const double FarTail = 1e-3;

    private readonly Subject _subject;
    private readonly (double Low, double High)[][] _ranges;

    /// <summary>The ranges of a mechanism's types.</summary>
    public TypeRanges(Subject subject, AuditSetup setup)
    {
        _subject = subject;
        var highest = setup.Highest ?? Math.Max(10, 2 * subject.LargestAmount);
        _ranges = [.. subject.Parties.Select(party => party.Dimensions.Select(dimension => Range(party, dimension, highest)).ToArray())];
        Scale = _ranges.SelectMany(ranges => ranges).Max(range => Math.Max(Math.Abs(range.Low), Math.Abs(range.High)));
    }

    /// <summary>The largest number that is drawn.</summary>
    public double Scale { get; }

    /// <summary>The range of a number of an agent's type.</summary>
    public (double Low, double High) this[int agent, int number] => _ranges[agent][number];

    /// <summary>The ranges in words.</summary>
    public string Words => string.Join(", ", _ranges
        .SelectMany(ranges => ranges)
        .Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Low} to {range.High}"))
        .Distinct(StringComparer.Ordinal));

    /// <summary>Types of all agents.</summary>
    public double[][] Draw(ref RandomStream stream)
    {
        var types = new double[_ranges.Length][];
        for (var agent = 0; agent < types.Length; agent++)
        {
            types[agent] = new double[_ranges[agent].Length];
            for (var number = 0; number < types[agent].Length; number++)
            {
                types[agent][number] = _subject.Parties[agent].Dimensions[number].Legal(Draw(types, agent, number, ref stream));
            }

            types[agent] = _subject.InOrder(types[agent]);
        }

        return types;
    }

    private double Draw(double[][] types, int agent, int number, ref RandomStream stream)
    {
        var (low, high) = _ranges[agent][number];
        if (_subject.Parties[agent] is { Types: { Count: > 0 } known, Dimensions.Count: 1 })
        {
            return known[stream.Below(known.Count)][0];
        }

        var other = agent > 0 ? types[stream.Below(agent)] : [];
        return stream.Below(8) switch
        {
            < 3 => low + ((high - low) * stream.Below(GridSteps + 1) / GridSteps),
            3 when number < other.Length => Math.Clamp(other[number], low, high),
            4 when _subject.LargestAmount > 0 => Math.Clamp(_subject.LargestAmount, low, high),
            _ => low + ((high - low) * stream.Uniform()),
        };
    }

    private static (double Low, double High) Range(Party party, Dimension dimension, double highest)
    {
        if (party.Prior is { } prior)
        {
            var low = double.IsFinite(prior.Lower) ? prior.Lower : prior.Quantile(FarTail);
            var high = double.IsFinite(prior.Upper) ? prior.Upper : prior.UpperQuantile(FarTail);
            return (dimension.Legal(low), dimension.Legal(high));
        }

        return (dimension.Low > -1e15 ? dimension.Low : -highest, dimension.High < 1e15 ? dimension.High : Math.Max(highest, dimension.Low));
    }
}

using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Searching;

/// <summary>The lies that a search tries: around the truth, around what others report and what is paid, on a grid, and at random.</summary>
/// <param name="subject">The mechanism.</param>
/// <param name="ranges">Where types lie.</param>
internal sealed class Lies(Subject subject, TypeRanges ranges)
{
    private const int GridSteps = 8;
    private const int RandomLies = 4;

    private static readonly double[] _factors = [0, .25, .5, .75, .9, .99, 1.01, 1.1, 1.5, 2];

    /// <summary>Lies of an agent; each differs from the truth in what the agent reports, never in public numbers.</summary>
    public List<double[]> Of(double[][] types, int agent, Settlement truth, ref RandomStream stream)
    {
        var dimensions = subject.Parties[agent].Dimensions;
        var lies = new List<double[]>();
        if (subject.Parties[agent].Types is { } known && dimensions.Count == 1)
        {
            lies.AddRange(known);
        }

        for (var number = 0; number < dimensions.Count; number++)
        {
            if (dimensions[number].IsPublic)
            {
                continue;
            }

            foreach (var candidate in Numbers(types, agent, number, truth, ref stream))
            {
                Add(Changed(types[agent], number, candidate));
            }
        }

        if (dimensions.Count > 1)
        {
            foreach (var factor in _factors)
            {
                Add([.. types[agent].Select((value, number) => dimensions[number].IsPublic ? value : value * factor)]);
            }

            for (var other = 0; other < types.Length; other++)
            {
                if (types[other].Length == dimensions.Count)
                {
                    Add([.. types[other].Select((value, number) => dimensions[number].IsPublic ? types[agent][number] : value)]);
                }
            }
        }

        return lies;

        void Add(double[] lie) => lies.Add(subject.InOrder([.. lie.Select((value, number) => dimensions[number].IsPublic ? value : dimensions[number].Legal(value))]));
    }

    private List<double> Numbers(double[][] types, int agent, int number, Settlement truth, ref RandomStream stream)
    {
        var (low, high) = ranges[agent, number];
        var dimension = subject.Parties[agent].Dimensions[number];
        var nearby = dimension.Step > 0 ? dimension.Step : 1e-6 * Math.Max(1, ranges.Scale);
        var own = types[agent][number];
        List<double> numbers = [.. _factors.Select(factor => own * factor), own - nearby, own + nearby, dimension.Low, high * 1.5];
        for (var step = 0; step <= GridSteps; step++)
        {
            numbers.Add(low + ((high - low) * step / GridSteps));
        }

        for (var other = 0; other < types.Length; other++)
        {
            if (other != agent && number < types[other].Length)
            {
                numbers.AddRange([types[other][number] - nearby, types[other][number], types[other][number] + nearby]);
            }

            numbers.Add(Math.Abs(truth.Payments[other].Near));
        }

        for (var draw = 0; draw < RandomLies; draw++)
        {
            numbers.Add(low + ((high - low) * stream.Uniform()));
        }

        return numbers;
    }

    private static double[] Changed(double[] type, int number, double value)
    {
        var changed = (double[])type.Clone();
        changed[number] = value;
        return changed;
    }
}

using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>All types from From up to To share one score: an ironed block, the step of a discrete type, everybody who accepts a posted price.</summary>
internal sealed class ScoreBlock(double score, TypeSegment first, double to)
{
    /// <summary>The score that they share.</summary>
    public double Score => score;

    /// <summary>The stretches of types that make up the block, in increasing order.</summary>
    public List<TypeSegment> Segments { get; } = [first];

    /// <summary>The lowest type.</summary>
    public double From => Segments[0].From;

    /// <summary>The first type behind the block.</summary>
    public double To { get; set; } = to;

    /// <summary>P(T &lt; From).</summary>
    public double Low => Segments[0].Low;

    /// <summary>P(T &lt; To).</summary>
    public double High => Segments[^1].High;

    /// <summary>P(the best of n types lies in the block) = Highⁿ − Lowⁿ.</summary>
    public double PowerGap(int agents) =>
        Chance.Power(High, Segments[^1].HighTail, agents) - Chance.Power(Low, Segments[0].LowTail, agents);

    /// <summary>P(the served agent is of the block and nobody has a higher type) for n = 1, …, <paramref name="most"/> alike agents, at index n − 1.</summary>
    public double[] Best(int most)
    {
        var best = new double[most];
        foreach (var segment in Segments)
        {
            if (segment.Kind == SegmentKind.Gap)
            {
                continue;
            }

            // An atom at u shares (uⁿ − loⁿ)/(u − lo) of its mass; a spread has ∫ (uⁿ − loⁿ)/(u − lo) du. Both sums of powers follow from
            // those of one agent fewer: Sₙ = lo Sₙ₋₁ + uⁿ⁻¹, or lo Sₙ₋₁ + ∫ uⁿ⁻¹ du.
            var sum = 0.0;
            for (var agents = 1; agents <= most; agents++)
            {
                sum = (Low * sum) + (segment.Kind == SegmentKind.Atom
                    ? segment.Mass * Chance.Power(segment.High, segment.HighTail, agents - 1)
                    : segment.PowerGap(agents) / agents);
                best[agents - 1] += sum;
            }
        }

        return best;
    }

    /// <summary>The expected number of served agents in the block per unit of mass: (Highⁿ − Lowⁿ)/(High − Low), its limit for a block without mass.</summary>
    public double ServedPerMass(int agents) =>
        High > Low ? PowerGap(agents) / (High - Low) : agents * Chance.Power(Low, Segments[0].LowTail, agents - 1);

    /// <summary>
    /// From·P(T ≥ From) − To·P(T ≥ To): the fall of posted-price revenue over the block, in closed form for every prior. A block that reaches to
    /// infinity has no threshold above it, so nothing is subtracted.
    /// </summary>
    public double Revenue(Prior types)
    {
        var tail = Distributions.AtLeast(types, To);
        return (From * Distributions.AtLeast(types, From)) - (tail > 0 ? To * tail : 0);
    }
}

using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Whether values, costs and payments of alternatives fit together, and what is said where they do not.</summary>
internal static class AlternativesShape
{
    /// <summary>Throws unless there is one value for every agent and alternative, and one cost an alternative or none.</summary>
    public static void Check(int values, int alternatives, int costs, int agents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1);
        if ((long)agents * alternatives != values)
        {
            throw new ArgumentException(Invariant($"{agents} agents and {alternatives} alternatives need {(long)agents * alternatives} values, not {values}."), nameof(values));
        }

        if (costs != 0 && costs != alternatives)
        {
            throw new ArgumentException(Invariant($"{alternatives} alternatives need {alternatives} costs or none, not {costs}."), nameof(costs));
        }
    }

    /// <summary>The value itself if it is a number.</summary>
    public static TMoney Finite<TMoney>(TMoney value, int agent, int alternative)
        where TMoney : struct, INumber<TMoney> => TMoney.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException("values", value, Invariant($"The value of alternative {alternative} to agent {agent} is {value}; it must be finite."));

    /// <summary>The negated cost itself if it is a number.</summary>
    public static TMoney Finite<TMoney>(TMoney negatedCost, int alternative)
        where TMoney : struct, INumber<TMoney> => TMoney.IsFinite(negatedCost)
        ? negatedCost
        : throw new ArgumentOutOfRangeException("costs", -negatedCost, Invariant($"The cost of alternative {alternative} is {-negatedCost}; it must be finite."));

    /// <summary>Why a sum cannot be stated.</summary>
    public static OverflowException SumOutOfRange<TMoney>(int alternative) =>
        new(Invariant($"The sum of the values of alternative {alternative} is beyond the range of {typeof(TMoney).Name}."));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

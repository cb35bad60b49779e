using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The pivotal mechanism for a project that is carried out for all or not at all (Clarke 1971; with cost shares Green and Laffont 1979): it is carried out if
/// the values sum to more than its cost, and a pivotal agent pays what its presence costs the others.
/// </summary>
public static class ProjectChoice
{
    /// <summary>Runs the mechanism.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments: <c>long</c>, <c>decimal</c> or <c>double</c>. Whole and decimal money is exact.</typeparam>
    /// <param name="values">What the project is worth to each agent; of any sign.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="shares">What each agent bears of the cost if it is carried out; empty if nobody bears it.</param>
    /// <param name="payments">Receives what every agent pays, its share included; its length is the number of agents.</param>
    /// <param name="without">Receives whether the project would be carried out without the agent's say; empty if nobody asks.</param>
    /// <returns>Whether it is carried out; a project worth exactly its cost is not.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite; the message names the agent.</exception>
    /// <exception cref="OverflowException">The sum of the values is beyond the range of the money.</exception>
    public static bool Run<TMoney>(ReadOnlySpan<TMoney> values, TMoney cost, ReadOnlySpan<TMoney> shares, Span<TMoney> payments, Span<bool> without)
        where TMoney : struct, INumber<TMoney>
    {
        if (payments.Length != values.Length || (!shares.IsEmpty && shares.Length != values.Length) || (!without.IsEmpty && without.Length != values.Length))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {values.Length} values, {shares.Length} shares and {payments.Length} payments; there is one an agent."), nameof(payments));
        }

        var total = Sum(values);
        var isBuilt = total > cost;
        for (var agent = 0; agent < values.Length; agent++)
        {
            var share = shares.IsEmpty ? TMoney.Zero : shares[agent];

            // What the project is worth to the others, less what they bear of it (all of it where nobody does).
            var others = total - values[agent] - (cost - share);
            payments[agent] = isBuilt ? share + TMoney.Max(TMoney.Zero, -others) : TMoney.Max(TMoney.Zero, others);
            if (!without.IsEmpty)
            {
                without[agent] = others > TMoney.Zero;
            }
        }

        return isBuilt;
    }

    /// <summary>Divides a cost into equal shares on a grid: what cannot be divided is borne by the first agents, one step each.</summary>
    /// <typeparam name="TMoney">The numbers of money.</typeparam>
    /// <param name="cost">A multiple of the step, at least 0.</param>
    /// <param name="step">The distance of two neighbours on the grid; 0 for money without a grid.</param>
    /// <param name="shares">Receives one share an agent.</param>
    public static void DivideEqually<TMoney>(TMoney cost, TMoney step, Span<TMoney> shares)
        where TMoney : struct, INumber<TMoney>
    {
        if (shares.IsEmpty)
        {
            return;
        }

        var agents = TMoney.CreateChecked(shares.Length);
        if (step == TMoney.Zero)
        {
            shares.Fill(cost / agents);
            return;
        }

        var steps = cost / step;
        var rest = steps % agents;
        var share = (steps - rest) / agents * step;
        for (var agent = 0; agent < shares.Length; agent++)
        {
            shares[agent] = TMoney.CreateChecked(agent) < rest ? share + step : share;
        }
    }

    private static TMoney Sum<TMoney>(ReadOnlySpan<TMoney> values)
        where TMoney : struct, INumber<TMoney>
    {
        var total = TMoney.Zero;
        try
        {
            for (var agent = 0; agent < values.Length; agent++)
            {
                total = checked(total + AlternativesShape.Finite(values[agent], agent, 1));
            }
        }
        catch (OverflowException)
        {
            throw AlternativesShape.SumOutOfRange<TMoney>(1);
        }

        return TMoney.IsFinite(total) ? total : throw AlternativesShape.SumOutOfRange<TMoney>(1);
    }
}

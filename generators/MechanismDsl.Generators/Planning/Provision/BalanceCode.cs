using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Generators.Planning;

/// <summary>What agents are charged for their types where payments balance, as tables that keep every error below 10⁻¹¹ of the largest charge.</summary>
/// <param name="IsShared">Whether all others receive a charge; otherwise the agent before it.</param>
/// <param name="Cost">The cost of deciding for it.</param>
/// <param name="Shares">What each agent bears of it; a single entry for alike agents.</param>
/// <param name="Charges">For each agent its tables, one after the other; a single entry for alike agents.</param>
internal sealed record BalanceCode(bool IsShared, double Cost, EquatableArray<double> Shares, EquatableArray<EquatableArray<ChebyshevTable>> Charges)
{
    /// <summary>The code of a solution; null where payments are thresholds.</summary>
    public static BalanceCode? Of(SolvedProvision solution)
    {
        if (solution.Balance is not { } balance)
        {
            return null;
        }

        var count = solution.Problem.Population is Population.Alike ? 1 : balance.Agents.Count;
        return new BalanceCode(
            balance.Redistribution == Redistribution.Uniform,
            RationalText.ToDouble(solution.Cost),
            balance.Agents.Take(count).Select(agent => agent.Share).ToEquatableArray(),
            ProvisionSolver.ChargesOf(solution, CancellationToken.None).Take(count).Select(Tables).ToEquatableArray());
    }

    private static EquatableArray<ChebyshevTable> Tables(Charge charge)
    {
        var largest = charge.Points.Select(point => Math.Abs(charge.At(point))).Max();
        return PanelTables.Of(charge.At, [.. charge.Points], largest > 0 ? largest : 1);
    }
}

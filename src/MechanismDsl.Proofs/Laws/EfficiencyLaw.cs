using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Laws;

/// <summary>
/// The allocation maximises welfare. No sums are needed: an allocation that serves nobody below the cost, passes over nobody above somebody who is
/// served, and leaves nothing over while somebody above the cost is not served is a best one, and rounding cannot touch comparisons of reports.
/// </summary>
internal static class EfficiencyLaw
{
    /// <summary>What is said where a worse agent can be served in place of a better one.</summary>
    public const string Wasted = "somebody can be passed over for a worse one";

    /// <summary>What is said where somebody can be served who should not be.</summary>
    public const string BelowCost = "somebody can be served for less than it costs";

    /// <summary>What is said where nobody is served though somebody should be.</summary>
    public const string LeftOver = "somebody worth more than the cost can be left without";

    /// <summary>Demands that an allocation is a best one.</summary>
    public static void Demand(LawContext context, Profile profile)
    {
        var quantities = Enumerable.Range(0, context.Agents).Select(profile.Quantity).ToArray();
        if (quantities.Any(quantity => quantity is not Term.Constant { Exact: not null }))
        {
            throw new RuleFailureException("the quantities are no fixed numbers, so that their welfare cannot be compared", -1);
        }

        var numbers = quantities.Select(quantity => ((Term.Constant)quantity).Value.ToNumber()).ToArray();
        // Of units and shares one agent can have everything, otherwise everybody has at most one.
        var most = context.System.Form is AllocationForm.Units or AllocationForm.Probability ? double.PositiveInfinity : 1;
        var supply = context.System.Form switch
        {
            AllocationForm.Winner => 1,
            AllocationForm.Served => Math.Floor(context.System.Supply),
            _ => context.System.Supply,
        };
        var total = numbers.Sum();
        if (numbers.Any(number => number < 0) || total > supply)
        {
            context.Decisions.Require(new Goal.Impossible(), "more can be allocated than there is", -1);
            return;
        }

        for (var served = 0; served < context.Agents; served++)
        {
            if (numbers[served] > 0)
            {
                WorthIt(context, Report(context, served), BelowCost);
                foreach (var other in Enumerable.Range(0, context.Agents).Where(other => other != served && numbers[other] < most))
                {
                    AtLeast(context, Report(context, served), Report(context, other), Wasted);
                }
            }
            else if (total < supply)
            {
                WorthNothing(context, Report(context, served), LeftOver);
            }
        }

        // With something left over, those who have a part could have more: then it is worth nothing, and so is what they have.
        foreach (var partial in Enumerable.Range(0, context.Agents).Where(agent => total < supply && numbers[agent] > 0 && numbers[agent] < most))
        {
            WorthNothing(context, Report(context, partial), LeftOver);
        }
    }

    /// <summary>Demands that one agent's type is at least another's: its report is, or its cost is not higher.</summary>
    public static void AtLeast(TermPool pool, IDecisions decisions, RuleSystem system, Term better, Term worse, string words)
    {
        var isSupplier = system.Side == Side.Supplier;
        Laws.Demand.AtMost(decisions, pool, isSupplier ? better : worse, isSupplier ? worse : better, words);
    }

    /// <summary>Demands that serving an agent is worth its cost to the platform.</summary>
    public static void WorthIt(TermPool pool, IDecisions decisions, RuleSystem system, Term report, string words) =>
        AtLeast(pool, decisions, system, report, Indifferent(pool, system, report), words);

    /// <summary>Demands that serving an agent is worth no more than its cost to the platform.</summary>
    public static void WorthNothing(TermPool pool, IDecisions decisions, RuleSystem system, Term report, string words) =>
        AtLeast(pool, decisions, system, Indifferent(pool, system, report), report, words);

    // The report at which it is the same whether the agent is served: the cost, or minus the cost of a supplier's platform, which is what service is worth to it.
    private static Term Indifferent(TermPool pool, RuleSystem system, Term report)
    {
        var cost = system.Side == Side.Supplier ? -system.UnitCost : system.UnitCost;
        return cost == 0 ? pool.Constant(Scalar.Zero(report.Kind)) : pool.Constant(Scalar.Of(cost));
    }

    private static Term Report(LawContext context, int agent) => context.Inputs.Value(InputTerms.ReportOf(context.System), agent, context.Inputs.Low);

    private static void AtLeast(LawContext context, Term better, Term worse, string words) => AtLeast(context.Pool, context.Decisions, context.System, better, worse, words);

    private static void WorthIt(LawContext context, Term report, string words) => WorthIt(context.Pool, context.Decisions, context.System, report, words);

    private static void WorthNothing(LawContext context, Term report, string words) => WorthNothing(context.Pool, context.Decisions, context.System, report, words);
}

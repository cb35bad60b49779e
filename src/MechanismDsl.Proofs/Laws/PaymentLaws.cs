using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Laws;

/// <summary>Laws about what agents pay.</summary>
internal static class PaymentLaws
{
    /// <summary>Neither report is a profitable lie at the other one. x ≤ x′ range over all pairs, so this is every deviation.</summary>
    public static void Truthful(LawContext context, Profile worse, Profile better)
    {
        var (decisions, pool) = (context.Decisions, context.Pool);
        const string words = "an agent can gain by a false report";
        var (truth, lie) = Utilities(context, worse, better, context.WorseReport);
        Demand.AtMost(decisions, pool, lie, truth, words);
        (lie, truth) = Utilities(context, worse, better, context.BetterReport);
        Demand.AtMost(decisions, pool, lie, truth, words);
    }

    /// <summary>Truth gives at least the outside option.</summary>
    public static void IndividuallyRational(LawContext context, Profile profile)
    {
        var utility = profile.Utility(context.Focal, context.Inputs.Low);
        var outside = context.Pool.Convert(utility.Kind, context.System.OutsideOption == 0 ? context.Pool.Constant(Scalar.Of(0)) : context.Number(context.System.OutsideOption));
        Demand.AtMost(context.Decisions, context.Pool, outside, utility, "a truthful agent can end below its outside option");
    }

    /// <summary>The payment is at least zero.</summary>
    public static void NoSubsidy(LawContext context, Profile profile)
    {
        var payment = profile.Payment(context.Focal);
        Demand.AtMost(context.Decisions, context.Pool, context.Pool.Constant(Scalar.Zero(payment.Kind)), payment, "an agent can be paid");
    }

    /// <summary>The payments cover the cost.</summary>
    public static void NoDeficit(LawContext context, Profile profile)
    {
        var (paid, cost) = Totals(context, profile);
        Demand.AtMost(context.Decisions, context.Pool, cost, paid, "the payments can fall short of the cost");
    }

    /// <summary>The payments equal the cost.</summary>
    public static void BudgetBalanced(LawContext context, Profile profile)
    {
        var (paid, cost) = Totals(context, profile);
        Demand.AtMost(context.Decisions, context.Pool, cost, paid, "the payments can fall short of the cost");
        Demand.AtMost(context.Decisions, context.Pool, paid, cost, "the payments can exceed the cost");
    }

    private static (Term Worse, Term Better) Utilities(LawContext context, Profile worse, Profile better, Term type) =>
        (worse.Utility(context.Focal, type), better.Utility(context.Focal, type));

    private static (Term Paid, Term Cost) Totals(LawContext context, Profile profile)
    {
        Term? paid = null;
        Term? served = null;
        for (var agent = 0; agent < context.Agents; agent++)
        {
            var payment = profile.Payment(agent);
            paid = paid is null ? payment : context.Pool.Add(paid, payment);
            if (context.System.UnitCost != 0)
            {
                var quantity = context.Pool.Convert(ScalarKind.Double, profile.Quantity(agent));
                served = served is null ? quantity : context.Pool.Add(served, quantity);
            }
        }

        var total = paid ?? context.Number(0);
        var cost = served is null ? context.Pool.Constant(Scalar.Zero(total.Kind)) : context.Pool.Multiply(context.Number(context.System.UnitCost), served);
        return (total, cost);
    }
}

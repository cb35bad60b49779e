using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Laws;

/// <summary>Laws about who gets what.</summary>
internal static class AllocationLaws
{
    /// <summary>The focal quantity at the worse report is at most the one at the better report.</summary>
    public static void Monotone(LawContext context, Profile worse, Profile better)
    {
        WinnerExists(context, worse);
        var before = worse.Quantity(context.Focal);
        Demand.Number(context.Decisions, before, "a quantity can be NaN");
        if (context.System.Form is AllocationForm.Winner or AllocationForm.Served && IsZero(before))
        {
            // Who is not served cannot lose anything, so the second run is not needed.
            return;
        }

        WinnerExists(context, better);
        var after = better.Quantity(context.Focal);
        Demand.Number(context.Decisions, after, "a quantity can be NaN");
        Demand.AtMost(context.Decisions, context.Pool, before, after, "a better report can lose the allocation");
    }

    /// <summary>The quantities are at least zero and sum up to at most the supply; a winner exists.</summary>
    public static void Feasible(LawContext context, Profile profile)
    {
        if (context.System.Form == AllocationForm.Winner)
        {
            WinnerExists(context, profile);
            return;
        }

        Term? sum = null;
        for (var agent = 0; agent < context.Agents; agent++)
        {
            var quantity = profile.Quantity(agent);
            Demand.Number(context.Decisions, quantity, "a quantity can be NaN");
            Demand.AtMost(context.Decisions, context.Pool, context.Pool.Constant(Scalar.Zero(quantity.Kind)), quantity, "a quantity can be negative");
            sum = sum is null ? quantity : context.Pool.Add(sum, quantity);
        }

        if (sum is not null)
        {
            Demand.AtMost(context.Decisions, context.Pool, sum, context.Number(context.System.Supply), "more can be allocated than there is");
        }
    }

    /// <summary>The rules have finite results.</summary>
    public static void Total(LawContext context, Profile profile)
    {
        if (context.System.Allocation is not null)
        {
            WinnerExists(context, profile);
            if (profile.Allocation.Array is { } array)
            {
                foreach (var cell in array.Cells)
                {
                    Demand.Finite(context.Decisions, cell, "a quantity can be infinite or NaN");
                }
            }
        }
        else
        {
            Demand.Finite(context.Decisions, profile.Score(context.Focal), "the score can be infinite or NaN");
        }

        if (context.System.Payment is not null)
        {
            Demand.Finite(context.Decisions, profile.Payment(context.Focal), "the payment can be infinite or NaN");
        }
    }

    // −1 is nobody; every other number outside the agents is a mistake that shows at run time.
    private static void WinnerExists(LawContext context, Profile profile)
    {
        if (profile.Allocation.Scalar is { } winner)
        {
            Demand.AtMost(context.Decisions, context.Pool, context.Pool.Constant(Scalar.Of(-1)), winner, "the winner can be an index below -1");
            Demand.AtMost(context.Decisions, context.Pool, winner, context.Pool.Constant(Scalar.Of(context.Agents - 1)), "the winner can be an index without an agent");
        }
    }

    private static bool IsZero(Term term) => term is Term.Constant { Exact.IsZero: true };
}

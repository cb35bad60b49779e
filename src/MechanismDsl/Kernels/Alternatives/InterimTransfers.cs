using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Payments that balance whatever the amounts are: every agent pays by its own type, and the others receive it (Arrow 1979; d'Aspremont and Gérard-Varet 1979).
/// On whole and decimal money sums are exact; on doubles they are where the amounts are multiples of one power of two, as the compiler writes them.
/// </summary>
public static class InterimTransfers
{
    /// <summary>Every agent pays its amount to the agent before it, the first one to the last.</summary>
    /// <typeparam name="TMoney">The numbers of payments: <c>long</c>, <c>decimal</c> or <c>double</c>.</typeparam>
    /// <param name="amounts">For each agent the amount of its type; receives what it pays, less what it receives.</param>
    public static void PayTheOneBefore<TMoney>(Span<TMoney> amounts)
        where TMoney : struct, INumber<TMoney>
    {
        if (amounts.IsEmpty)
        {
            return;
        }

        var first = amounts[0];
        for (var agent = 0; agent + 1 < amounts.Length; agent++)
        {
            amounts[agent] = checked(amounts[agent] - amounts[agent + 1]);
        }

        amounts[^1] = checked(amounts[^1] - first);
    }

    /// <summary>Every agent pays its amount to each of the others.</summary>
    /// <typeparam name="TMoney">The numbers of payments: <c>long</c>, <c>decimal</c> or <c>double</c>.</typeparam>
    /// <param name="amounts">For each agent the amount of its type; receives what it pays, less what it receives.</param>
    public static void PayAllOthers<TMoney>(Span<TMoney> amounts)
        where TMoney : struct, INumber<TMoney>
    {
        var sum = TMoney.Zero;
        foreach (var amount in amounts)
        {
            sum = checked(sum + amount);
        }

        var agents = TMoney.CreateChecked(amounts.Length);
        for (var agent = 0; agent < amounts.Length; agent++)
        {
            amounts[agent] = checked((agents * amounts[agent]) - sum);
        }
    }
}

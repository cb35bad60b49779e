using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for positions (Edelman, Ostrovsky and Schwarz 2007; Varian 2007): the highest bids a click get the slots with the
/// most clicks, and each winner pays for the clicks that the others lose by its presence.
/// </summary>
/// <remarks>
/// With clicks x₀ ≥ x₁ ≥ … and bids b₀ ≥ b₁ ≥ …, the agent in slot s pays Σ (x_t − x_{t+1}) · max(b_{t+1}, reserve) over t ≥ s: in total, not a click.
/// Truth is a dominant strategy, unlike under generalised second prices. O(agents + slots · log slots), working memory is pooled.
/// </remarks>
public static class PositionAuction
{
    /// <summary>Runs one auction.</summary>
    /// <param name="bids">What a click is worth to every agent, in [0, 1e15].</param>
    /// <param name="clicks">The clicks of every slot, not increasing, at least 0 and finite.</param>
    /// <param name="reserve">The lowest price of a click, at least 0; a bid equal to it is served.</param>
    /// <param name="agents">Receives the agent of every slot, −1 for none; the lowest index first among equal bids. As long as <paramref name="clicks"/>.</param>
    /// <param name="payments">Receives what the agent of every slot pays in total, 0 for an empty slot. As long as <paramref name="clicks"/>.</param>
    /// <returns>How many slots are filled.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid, the reserve or the clicks of a slot lie outside their domain; the message names which.</exception>
    public static int Run(ReadOnlySpan<double> bids, ReadOnlySpan<double> clicks, double reserve, Span<int> agents, Span<double> payments)
    {
        Check(clicks, agents.Length, payments.Length);
        reserve = Limits.Reserve(reserve);
        using var memory = new RunMemory<Ranked>(clicks.Length + 1);
        var ranked = memory.Span;
        var count = Ranking<HighestFirst>.Best(bids, HighestFirst.Key(reserve), ranked);
        var filled = Math.Min(count, clicks.Length);
        agents[filled..].Fill(-1);
        payments[filled..].Clear();
        var payment = 0.0;
        for (var slot = filled - 1; slot >= 0; slot--)
        {
            // Without the agent of this slot, the next one would move up to it.
            var next = slot + 1 < count ? HighestFirst.Report(ranked[slot + 1].Key) : reserve;
            var clicksBelow = slot + 1 < clicks.Length ? clicks[slot + 1] : 0;
            payment += slot == filled - 1 && slot + 1 >= count ? clicks[slot] * reserve : (clicks[slot] - clicksBelow) * next;
            agents[slot] = ranked[slot].Agent;
            payments[slot] = payment;
        }

        return filled;
    }

    private static void Check(ReadOnlySpan<double> clicks, int agents, int payments)
    {
        if (agents != clicks.Length || payments != clicks.Length)
        {
            throw new ArgumentException(Invariant($"{clicks.Length} slots need as many agents and payments, not {agents} and {payments}."), nameof(clicks));
        }

        var before = double.MaxValue;
        for (var slot = 0; slot < clicks.Length; slot++)
        {
            if (!(clicks[slot] >= 0 && clicks[slot] <= before))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(clicks), clicks[slot], Invariant($"Slot {slot} has {clicks[slot]} clicks; clicks must be finite, at least 0 and not more than those of the slot before."));
            }

            before = clicks[slot];
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Slots with reserves of their own: slot by slot, the best first, the highest bid that is left gets the slot if it meets its reserve; otherwise the slot stays
/// empty. Each click of a slot beyond those of the next one is paid at the lowest bid that still gets it (Myerson 1981, lemma 2).
/// </summary>
/// <remarks>
/// Reserves do not increase, so a bid that meets the reserve of a slot meets those of all behind it, and the lowest bid that still gets slot t is the larger of
/// its reserve and the bid that would be there without the agent. O(slots²) after the ranking, no allocation.
/// </remarks>
public static class ReservedSlots
{
    /// <summary>Fills the slots.</summary>
    /// <typeparam name="TMoney">The numbers of bids, reserves and payments.</typeparam>
    /// <param name="ranking">The best bids a click in order, one more than there are slots.</param>
    /// <param name="reserves">The lowest bid that every slot takes, not increasing.</param>
    /// <param name="steps">How many clicks every slot has more than the next one; as long as <paramref name="reserves"/>.</param>
    /// <param name="tick">What who loses ties has to bid more: the step of a grid, 0 without one.</param>
    /// <param name="placements">Receives slot and payment of the agents that get one; the others are left alone.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a reserve is higher than that of the slot before.</exception>
    public static void Fill<TMoney>(in ScoreRanking<TMoney> ranking, ReadOnlySpan<TMoney> reserves, ReadOnlySpan<TMoney> steps, TMoney tick, Span<Placement<TMoney>> placements)
        where TMoney : struct, INumber<TMoney>
    {
        Check(reserves, steps.Length);
        var place = 0;
        for (var slot = 0; slot < steps.Length && place < ranking.Entered; slot++)
        {
            if (ranking[place].Score >= reserves[slot])
            {
                placements[ranking[place].Agent] = new(slot, Payment(ranking, place, slot, reserves, steps, tick));
                place++;
            }
        }
    }

    private static TMoney Payment<TMoney>(in ScoreRanking<TMoney> ranking, int place, int slot, ReadOnlySpan<TMoney> reserves, ReadOnlySpan<TMoney> steps, TMoney tick)
        where TMoney : struct, INumber<TMoney>
    {
        var payment = TMoney.Zero;
        var rank = ranking[place].Rank;

        // Without the agent, those behind it fill the slots from here on.
        for (var next = place + 1; slot < steps.Length; slot++)
        {
            var price = reserves[slot];
            if (next < ranking.Entered && ranking[next].Score >= price)
            {
                price = ranking[next].Rank < rank ? ranking[next].Score + tick : ranking[next].Score;
                next++;
            }

            payment += steps[slot] * price;
        }

        return payment;
    }

    private static void Check<TMoney>(ReadOnlySpan<TMoney> reserves, int slots)
        where TMoney : struct, INumber<TMoney>
    {
        if (reserves.Length != slots)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {reserves.Length} reserves for {slots} slots."), nameof(reserves));
        }

        for (var slot = 1; slot < slots; slot++)
        {
            if (reserves[slot] > reserves[slot - 1])
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Slot {slot} has the reserve {reserves[slot]}, more than {reserves[slot - 1]} of the slot before; reserves must not increase."), nameof(reserves));
            }
        }
    }
}

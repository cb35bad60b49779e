using System.Collections.Immutable;
using System.Globalization;

namespace MechanismDsl.Auditing;

/// <summary>One item, and who has it.</summary>
internal sealed class SaleReader<TMoney>(bool isProcurement) : IOutcomeReader<Sale<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(Sale<TMoney> outcome, int agents)
    {
        var sign = isProcurement ? -1 : 1;
        var lots = ImmutableArray.CreateBuilder<Lot>(agents);
        var payments = ImmutableArray.CreateBuilder<Amount>(agents);
        for (var agent = 0; agent < agents; agent++)
        {
            var isServed = agent == outcome.Winner;
            var price = Amount.Of(outcome.Price);
            lots.Add(isServed ? new Lot(0, sign) : Lot.None);
            payments.Add(!isServed ? 0 : isProcurement ? -price : price);
        }

        return new Settlement(lots.MoveToImmutable(), payments.MoveToImmutable(), outcome)
        {
            Words = outcome.IsSold ? string.Create(CultureInfo.InvariantCulture, $"agent {outcome.Winner} is served at {Amount.Of(outcome.Price)}") : "nobody is served",
        };
    }
}

/// <summary>One item, and the chances of having it.</summary>
internal sealed class SharedSaleReader<TMoney>(bool isProcurement) : IOutcomeReader<SharedSale<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(SharedSale<TMoney> outcome, int agents) => Served.Settle(
        outcome,
        outcome.Shares.ToArray().Select(share => (share.Probability, Amount.Of(share.Payment))),
        isProcurement);
}

/// <summary>Units, services, or chances of them.</summary>
internal sealed class AwardsReader<TMoney>(bool isProcurement) : IOutcomeReader<Awards<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(Awards<TMoney> outcome, int agents) => Served.Settle(
        outcome,
        outcome.Agents.ToArray().Select(award => (award.Quantity, Amount.Of(award.Payment))),
        isProcurement);
}

/// <summary>Slots.</summary>
internal sealed class PlacementsReader<TMoney> : IOutcomeReader<Placements<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(Placements<TMoney> outcome, int agents)
    {
        var placements = outcome.Agents.ToArray();
        return new Settlement(
            [.. placements.Select(placement => placement.IsPlaced ? new Lot(placement.Slot, 1) : Lot.None)],
            [.. placements.Select(placement => Amount.Of(placement.Payment))],
            outcome);
    }
}

/// <summary>Different items, one an agent.</summary>
internal sealed class AllotmentsReader<TMoney> : IOutcomeReader<Allotments<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(Allotments<TMoney> outcome, int agents)
    {
        var allotments = outcome.Agents.ToArray();
        return new Settlement(
            [.. allotments.Select(allotment => allotment.IsServed ? new Lot(allotment.Item, 1) : Lot.None)],
            [.. allotments.Select(allotment => Amount.Of(allotment.Payment))],
            outcome);
    }
}

/// <summary>A lottery over divisions of goods: what an agent may get is a set of goods, a bit each.</summary>
internal sealed class GoodsSaleReader<TMoney> : IOutcomeReader<GoodsSale<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(GoodsSale<TMoney> outcome, int agents)
    {
        var chances = outcome.Chances.ToArray();
        return new Settlement([], [.. outcome.Payments.ToArray().Select(Amount.Of)], outcome)
        {
            Draws = [.. chances.Select((chance, division) => (LotsOf(outcome.Owners(division), agents), chance))],
        };
    }

    private static ImmutableArray<Lot> LotsOf(ReadOnlySpan<int> owners, int agents)
    {
        var sets = new long[agents];
        for (var good = 0; good < owners.Length; good++)
        {
            if (owners[good] >= 0)
            {
                sets[owners[good]] |= 1L << good;
            }
        }

        return [.. sets.Select(set => set == 0 ? Lot.None : new Lot(set, 1))];
    }
}

/// <summary>What quantities and payments of one kind of thing amount to.</summary>
internal static class Served
{
    /// <summary>A settlement from what each agent gets and pays, or, as a supplier, gives and is paid.</summary>
    public static Settlement Settle(object outcome, IEnumerable<(double Quantity, Amount Payment)> agents, bool isProcurement)
    {
        var all = agents.ToArray();
        return new Settlement(
            [.. all.Select(one => one.Quantity == 0 ? Lot.None : new Lot(0, isProcurement ? -one.Quantity : one.Quantity))],
            [.. all.Select(one => isProcurement ? -one.Payment : one.Payment)],
            outcome);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Auditing;

/// <summary>One outcome for all: the item is the member's position among the members of the enumeration.</summary>
internal sealed class DecisionReader<TChoice, TMoney> : IOutcomeReader<Decision<TChoice, TMoney>>
    where TChoice : struct, Enum
    where TMoney : struct
{
    private readonly TChoice[] _members = Members.Of<TChoice>();

    /// <inheritdoc/>
    public Settlement Read(Decision<TChoice, TMoney> outcome, int agents)
    {
        var lot = new Lot(Array.IndexOf(_members, outcome.Outcome), 1);
        return new Settlement(
            [.. Enumerable.Repeat(lot, outcome.Agents)],
            [.. outcome.Payments.ToArray().Select(Amount.Of)],
            outcome);
    }
}

/// <summary>A lottery over outcomes for all: what everybody may get, each outcome with its chance.</summary>
internal sealed class LotteryReader<TChoice, TMoney> : IOutcomeReader<Lottery<TChoice, TMoney>>
    where TChoice : struct, Enum
    where TMoney : struct
{
    private readonly TChoice[] _members = Members.Of<TChoice>();

    /// <inheritdoc/>
    public Settlement Read(Lottery<TChoice, TMoney> outcome, int agents)
    {
        var chances = outcome.Chances.ToArray();
        return new Settlement([], [.. outcome.Payments.ToArray().Select(Amount.Of)], outcome)
        {
            Draws = [.. outcome.Outcomes.ToArray().Select((choice, place) => (ImmutableArray.CreateRange(Enumerable.Repeat(new Lot(Array.IndexOf(_members, choice), 1), outcome.Agents)), chances[place]))],
        };
    }
}

/// <summary>The members of an enumeration in the order of their declaration.</summary>
internal static class Members
{
    /// <summary>The members.</summary>
    public static TChoice[] Of<TChoice>()
        where TChoice : struct, Enum =>
        [.. typeof(TChoice).GetFields().Where(field => field.IsLiteral).OrderBy(field => field.MetadataToken).Select(field => (TChoice)field.GetValue(null)!)];
}

/// <summary>A firm and its new owner.</summary>
internal sealed class DissolutionReader<TMoney> : IOutcomeReader<Dissolution<TMoney>>
    where TMoney : struct
{
    /// <inheritdoc/>
    public Settlement Read(Dissolution<TMoney> outcome, int agents) => Served.Settle(
        outcome,
        outcome.Payments.ToArray().Select((payment, partner) => (partner == outcome.Owner ? 1.0 : 0, Amount.Of(payment))),
        isProcurement: false);
}

/// <summary>Agent 0 is the seller, agent 1 the buyer.</summary>
internal sealed class TradeReader<TMoney> : IOutcomeReader<Trade<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public Settlement Read(Trade<TMoney> outcome, int agents) => new(
        outcome.IsTraded ? [new Lot(0, -1), new Lot(0, 1)] : [Lot.None, Lot.None],
        [-Amount.Of(outcome.SellerReceives), Amount.Of(outcome.BuyerPays)],
        outcome)
    {
        Words = (outcome.IsTraded ? "they trade" : "no trade")
            + (outcome.IsTraded || outcome != Trade<TMoney>.None ? string.Create(CultureInfo.InvariantCulture, $", the buyer pays {Amount.Of(outcome.BuyerPays)} and the seller receives {Amount.Of(outcome.SellerReceives)}") : string.Empty),
    };
}

/// <summary>Buyers come first, then sellers.</summary>
internal sealed class TradesReader<TMoney> : IOutcomeReader<Trades<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public Settlement Read(Trades<TMoney> outcome, int agents)
    {
        var (buys, sells) = (outcome.Buys.ToArray(), outcome.Sells.ToArray());
        return new Settlement(
            [.. buys.Select(buys => buys ? new Lot(0, 1) : Lot.None), .. sells.Select(sells => sells ? new Lot(0, -1) : Lot.None)],
            [.. buys.Select((_, buyer) => Amount.Of(outcome.PaymentOf(buyer))), .. sells.Select((_, seller) => -Amount.Of(outcome.ReceiptOf(seller)))],
            outcome);
    }
}

/// <summary>Buyers come first, then sellers, each with a price of its own.</summary>
internal sealed class PricedTradesReader<TMoney> : IOutcomeReader<PricedTrades<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public Settlement Read(PricedTrades<TMoney> outcome, int agents) => new(
        [.. outcome.Buys.ToArray().Select(buys => buys ? new Lot(0, 1) : Lot.None), .. outcome.Sells.ToArray().Select(sells => sells ? new Lot(0, -1) : Lot.None)],
        [.. outcome.Pays.ToArray().Select(Amount.Of), .. outcome.Receives.ToArray().Select(receipt => -Amount.Of(receipt))],
        outcome);
}

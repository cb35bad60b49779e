namespace MechanismDsl.Auditing;

/// <summary>The readers of all outcomes that the language has.</summary>
public static class OutcomeReader
{
    /// <summary>Outcomes that buyers and suppliers alike can have: the reader is told which.</summary>
    private static readonly Dictionary<Type, Type> _ofEitherSide = new()
    {
        [typeof(Sale<>)] = typeof(SaleReader<>),
        [typeof(SharedSale<>)] = typeof(SharedSaleReader<>),
        [typeof(Awards<>)] = typeof(AwardsReader<>),
    };

    private static readonly Dictionary<Type, Type> _others = new()
    {
        [typeof(Placements<>)] = typeof(PlacementsReader<>),
        [typeof(Allotments<>)] = typeof(AllotmentsReader<>),
        [typeof(Decision<,>)] = typeof(DecisionReader<,>),
        [typeof(Lottery<,>)] = typeof(LotteryReader<,>),
        [typeof(GoodsSale<>)] = typeof(GoodsSaleReader<>),
        [typeof(Dissolution<>)] = typeof(DissolutionReader<>),
        [typeof(Trade<>)] = typeof(TradeReader<>),
        [typeof(Trades<>)] = typeof(TradesReader<>),
        [typeof(PricedTrades<>)] = typeof(PricedTradesReader<>),
    };

    /// <summary>The reader of a type of outcomes; null if it is none of the language's, or one of packages, whose goods stand in the bids.</summary>
    /// <typeparam name="TOutcome">The outcomes.</typeparam>
    /// <param name="isProcurement">Whether the agents are suppliers: who is served gives, and is paid.</param>
    public static IOutcomeReader<TOutcome>? Find<TOutcome>(bool isProcurement = false)
    {
        if (!typeof(TOutcome).IsGenericType)
        {
            return null;
        }

        var definition = typeof(TOutcome).GetGenericTypeDefinition();
        var arguments = typeof(TOutcome).GetGenericArguments();
        return _ofEitherSide.TryGetValue(definition, out var reader) ? (IOutcomeReader<TOutcome>)Activator.CreateInstance(reader.MakeGenericType(arguments), [isProcurement])!
            : _others.TryGetValue(definition, out reader) ? (IOutcomeReader<TOutcome>)Activator.CreateInstance(reader.MakeGenericType(arguments))!
            : null;
    }
}

using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs an auction of goods in which several bids of a bidder can be accepted.</summary>
internal sealed class GoodsRunner<TMechanism, TBid, TMoney>(Type mechanism) : BidsRunner<TBid, TMoney>(mechanism)
    where TMechanism : IGoodsAuction<TBid, TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlayedRow> Play(TBid[] bids, IReadOnlyList<string> bidders, IReadOnlyList<string> packages) =>
        OutcomeRows.OfGoods(TMechanism.Run(bids, bidders.Count), bidders, Words);
}

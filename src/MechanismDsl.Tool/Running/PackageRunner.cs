using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a package auction in which bids of one bidder exclude each other.</summary>
internal sealed class PackageRunner<TMechanism, TBid, TMoney>(Type mechanism) : BidsRunner<TBid, TMoney>(mechanism)
    where TMechanism : IPackageAuction<TBid, TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlayedRow> Play(TBid[] bids, IReadOnlyList<string> bidders, IReadOnlyList<string> packages) =>
        OutcomeRows.OfPackages(TMechanism.Run(bids, bidders.Count), bidders, packages);
}

using System.Numerics;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>Bids for packages of which at most one of a bidder is accepted.</summary>
internal sealed class PackageSubject<TMechanism, TBid, TMoney> : BidSubject<TBid, TMoney>
    where TMechanism : IPackageAuction<TBid, TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Reads a mechanism.</summary>
    /// <exception cref="AuditException">The bids are not handed over.</exception>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var (parties, setting) = Read(mechanism, setup, new Worth.ForPackages());
        return new PackageSubject<TMechanism, TBid, TMoney> { Name = mechanism.Type.Name, Parties = [.. parties], Setting = setting };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports)
    {
        var (bids, goods) = Collect(reports);
        var awards = TMechanism.Run(bids, reports.Count);
        return new Settlement(
            [.. awards.Bidders.ToArray().Select(award => award.IsServed ? new Lot(goods[award.Bid], 1) : Lot.None)],
            [.. awards.Bidders.ToArray().Select(award => Amount.Of(award.Payment))],
            awards);
    }
}

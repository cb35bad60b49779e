using System.Numerics;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>Bids for packages of which several of a bidder can be accepted.</summary>
internal sealed class GoodsSubject<TMechanism, TBid, TMoney> : BidSubject<TBid, TMoney>
    where TMechanism : IGoodsAuction<TBid, TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Reads a mechanism.</summary>
    /// <exception cref="AuditException">The bids are not handed over.</exception>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var (parties, setting) = Read(mechanism, setup, new Worth.ForGoods());
        return new GoodsSubject<TMechanism, TBid, TMoney> { Name = mechanism.Type.Name, Parties = [.. parties], Setting = setting };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports)
    {
        var awards = TMechanism.Run(Collect(reports).Bids, reports.Count);
        return new Settlement(
            [.. awards.Bidders.ToArray().Select(award => award.IsServed ? new Lot((long)award.Goods, 1) : Lot.None)],
            [.. awards.Bidders.ToArray().Select(award => Amount.Of(award.Payment))],
            awards);
    }
}

using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// What Clarke payments do where goods are worth more together, on three bidders: one wants two goods together, the others one each. Low revenue, revenue that
/// falls as bids rise, losers who win together for nothing, and one bidder who does so under two names (Ausubel and Milgrom 2006; Yokoo, Sakurai and Matsubara 2004).
/// </summary>
public static class PackageHazards
{
    private const decimal Together = 10, Low = 6, High = 8, Losing = 4;

    /// <summary>
    /// The numbers, each computed by running the auction; null with fewer than two goods, where payments are others or bids of one bidder are accepted together (for
    /// which there are no payments in the core to offer), or where one of them fails to show.
    /// </summary>
    /// <param name="packages">The solved auction.</param>
    public static string? Of(SolvedPackages packages)
    {
        if (packages.Goods.Count < 2 || packages.IsCoreSelecting || packages.Goods.IsGreedy || packages.Goods.IsTogether)
        {
            return null;
        }

        var (low, high, losing, winning) = (At(Low), At(High), At(Losing), At(Together));
        if (Revenue(low) >= Together || Revenue(high) >= Revenue(low) || losing.Accepted[1] >= 0 || winning.Accepted[1] < 0 || Revenue(winning) >= 2 * Losing)
        {
            return null;
        }

        var (first, second) = PackageRefuter.Names(packages.Goods);
        return $"where bidder 0 offers {Text(Together)} for {first} and {second} together and two others offer {Text(Low)} for one each, the revenue is {Text(Revenue(low))}; if the others offer {Text(High)}, it falls to {Text(Revenue(high))}; "
            + $"two who value one each at {Text(Losing)} lose, but win for {Text(Revenue(winning))} if both bid {Text(Together)}, and so does one bidder under two names";
    }

    private static PackageOutcome At(decimal single) => PackageInterpreter.Run([new(0, 3, Together), new(1, 1, single), new(2, 2, single)], bidders: 3);

    private static decimal Revenue(PackageOutcome outcome) => outcome.Payments.Sum();

    private static string Text(decimal number) => NumberText.Words((double)number, 10);
}

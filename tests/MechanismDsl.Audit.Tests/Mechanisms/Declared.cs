// Wrong on purpose: what the compiler warns of here, the audit has to find by itself.
#pragma warning disable MECH1003, MECH1005, MECH3005, MECH3006, MECH3008, MECH3014, MECH3018
namespace MechanismDsl.Auditing.Tests.Mechanisms;

[Mechanism, SingleItem, Efficient]
public partial class SecondPrice;

[Mechanism, SingleItem, Efficient, Agents(2), Prior<UniformIntegers>(1, 3), Money<long>]
public partial class WholeSecondPrice;

[Mechanism, SingleItem, PayAsBid, Agents(2), Prior<UniformIntegers>(1, 3), Money<long>]
public partial class WholeFirstPrice;

[Mechanism, SingleItem, PayAsBid]
public partial class FirstPrice;

[Mechanism, SingleItem, AllPay]
public partial class EverybodyPays;

[Mechanism, SingleItem, Efficient, EntryFee(.5)]
public partial class Fee;

[Mechanism, Positions(200, 100), GeneralizedSecondPrice]
public partial class Gsp;

[Mechanism, IdenticalItems(2), PayAsBid]
public partial class Discriminatory;

[Mechanism, Knapsack(10, Greedy = true), Efficient]
[Agent("Video", Size = 8), Agent("Voice", Size = 5), Agent("Mail", Size = 5)]
public partial class GreedyLink;

[Mechanism, SingleItem, Procurement, Efficient, BuyerValue(10), Suppliers, Money<decimal>]
public partial class CentSourcing;

[Mechanism, PublicProject(90, EqualShares = true), Efficient, Agents(3)]
public partial class Bridge;

[Mechanism, SingleItem, RevenueOptimal, Agents(2), DiscretePrior([1, 2], [1, 1])]
public partial class TwoTypes;

[Mechanism, BilateralTrade, Efficient, Seller<UniformIntegers>(1, 3), Buyer<UniformIntegers>(1, 3)]
public partial class WholeHouse;

// Half of what the second bid would be: whoever bids high enough pays less than it costs the others.
[Mechanism, SingleItem]
public partial class HalfPrice
{
    [Allocation]
    private static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var best = -1;
        for (var agent = 0; agent < bids.Length; agent++)
        {
            if (best < 0 || bids[agent] > bids[best])
            {
                best = agent;
            }
        }

        return best;
    }

    [Payment]
    private static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        var (best, second) = (-1, 0.0);
        for (var other = 0; other < bids.Length; other++)
        {
            if (best < 0 || bids[other] > bids[best])
            {
                best = other;
            }
        }

        for (var other = 0; other < bids.Length; other++)
        {
            if (other != best && bids[other] > second)
            {
                second = bids[other];
            }
        }

        return agent == best ? second / 2 : 0;
    }
}

[Mechanism, SingleItem, Efficient, Agents(2), Prior<Uniform>(0, 1)]
public partial class UniformSecondPrice;

[Mechanism, Positions(1), Efficient, Agents(2), Prior<Uniform>(0, 1)]
public partial class OneSlot;

[Mechanism, SingleItem, Efficient, SellerValue(.5), Agents(1), Prior<Uniform>(0, 1)]
public partial class Keepsake;

[Mechanism, SingleItem, Efficient, Agents(2), Prior<Lognormal>(0, 1)]
public partial class LognormalSecondPrice;

[Mechanism(Ties = TieRule.Shared), SingleItem, Efficient, Money<decimal>]
public partial class SharedCents;

// A unit each for the first two agents, whatever they bid.
[Mechanism, IdenticalItems(2)]
public partial class OneEach
{
    [Allocation]
    private static void Serve([Between(0, 10)] ReadOnlySpan<double> bids, Span<int> units)
    {
        for (var agent = 0; agent < bids.Length && agent < 2; agent++)
        {
            units[agent] = 1;
        }
    }
}

public enum Improvement
{
    SwimmingPool,
    DanceStudio,
}

// Type 9 expects 466/27, and Siri's own outside option counts although it is what it would be without.
[Mechanism, Outcomes<Improvement>, Efficient, ExpectedExternality]
[Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9, OutsideOption = 0)]
public partial class RentedHome
{
    [Value] private static int Value(Improvement home, int type) => home == Improvement.SwimmingPool ? type + 5 : 2 * type;

    [OutsideOption] private static double Rent(int type) => type == 9 ? 17.5 : 2.5;
}

// Nobody has an outside option of its own. Every type expects more than 4 and itself, type 1 for instance 142/27, though not at every profile.
[Mechanism, Outcomes<Improvement>, Efficient, ExpectedExternality, Agents(2), Prior<UniformIntegers>(1, 9)]
public partial class SharedHome
{
    [Value] private static decimal Value(Improvement home, decimal type) => home == Improvement.SwimmingPool ? type + 5 : 2 * type;

    [OutsideOption] private static decimal Rent(decimal type) => 4 + type;
}

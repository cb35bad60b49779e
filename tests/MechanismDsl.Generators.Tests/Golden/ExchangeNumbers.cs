namespace MechanismDsl.Generators.Tests.Golden;

/// <summary>Trades, projects, partnerships, campaigns, taxes and bets that are in no other list, through the generated code. Thresholds of second bests are roots of the expected budget, found with mpmath by integration over both types; partnerships, campaigns and taxes were computed in fractions from the formulas of the textbook.</summary>
public class ExchangeNumbers
{
    private static readonly GoldenRow[] Rows =
    [
        new(
            "BilateralTrade, SecondBest, Seller<Uniform>(0, 2), Buyer<Uniform>(1, 3)",
            ("$.ExpectedGains", [0.9461889580028507]),
            ("$.Run(1.1, 1.8186213179102941).IsTraded", [1]),
            ("$.Run(1.1, 1.818621117910294).IsTraded", [0]),
            ("$.Run(1, 2.5).BuyerPays", [1.718621217910294]),
            ("$.Run(1, 2.5).SellerReceives", [1.781378782089706]),
            ("$.Run(0, 2.9).BuyerPays", [1]),
            ("$.Run(0, 2.9).SellerReceives", [2])),
        new(
            "BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 2)",
            ("$.ExpectedGains", [0.5386751345948129]),
            ("$.Run(0.5, 0.9226498308103742).IsTraded", [1]),
            ("$.Run(0.5, 0.9226496308103743).IsTraded", [0])),
        new(
            "BilateralTrade, SecondBest, Seller<Uniform>(1, 2), Buyer<Uniform>(0, 4)",
            ("$.ExpectedGains", [0.7653123748998999]),
            ("$.Run(1.1, 1.5591671002669338).IsTraded", [1]),
            ("$.Run(1.1, 1.5591669002669337).IsTraded", [0])),
        new(
            "BilateralTrade, Efficient, Seller<Uniform>(0, 2), Buyer<Uniform>(1, 3)",
            ("$.ExpectedGains", [1.0416666666666667]),
            ("$.ExpectedSubsidy", [1.0416666666666667])),
        new(
            "BilateralTrade, RevenueOptimal, Seller<Uniform>(0, 2), Buyer<Uniform>(1, 3)",
            ("$.ExpectedSubsidy", [-0.28125]),
            ("$.Run(.5, 1.9).IsTraded", [0]),
            ("$.Run(.5, 2).IsTraded", [1]),
            ("$.Run(.5, 2.5).BuyerPays", [2]),
            ("$.Run(.5, 2.5).SellerReceives", [1])),
        new(
            "BilateralTrade, RevenueOptimal, Seller<Uniform>(1, 2), Buyer<Uniform>(0, 4)",
            ("$.ExpectedSubsidy", [-0.2708333333333333])),
        new(
            "BilateralTrade, Efficient, DAgva, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 2)",
            ("$.Run(0.25, 0.75).BuyerPays", [0.765625]),
            ("$.Run(0.5, 1.5).BuyerPays", [0.9375]),
            ("$.Run(0.9, 0.1).BuyerPays", [0.3025])),
        new(
            "BilateralTrade, Efficient, Rebalanced, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 2)",
            ("$.Run(0.25, 0.75).BuyerPays", [0.515625]),
            ("$.Run(0.5, 1.5).BuyerPays", [0.6875]),
            ("$.Run(0.9, 0.1).BuyerPays", [0.05249999999999999])),
        new(
            "DoubleAuction, TradeReduction, Money<long>",
            ("$.Run([10, 8, 6, 3], [1, 2, 7, 9])", [2, 6, 6]),
            ("$.Run([10, 8, 3], [1, 7, 20])", [1, 8, 7])),
        new(
            "DoubleAuction, Efficient",
            ("$.Run([10, 8, 6, 3], [1, 2, 7, 9])", [2, 6, 7])),
        new(
            "DoubleAuction, PostedPrice(4)",
            ("$.Run([3, 5, 4, 9], [4, 1, 6, 3, 2])", [3, 4, 4])),
        new(
            "PublicProject(1.25), SecondBest, Agent<Uniform>(\"F\", 0, 1), Agent<Uniform>(\"S\", 0, 1)",
            ("(int)$.Run([0.81875, 0.6187500100000001]).Outcome", [1]),
            ("(int)$.Run([0.81875, 0.61874999]).Outcome", [0]),
            ("$.Run([.95, .9]).Payments[0]", [0.5375]),
            ("$.Run([.95, .9]).Payments[1]", [0.48750000000000004])),
        new(
            "PublicProject(.4), SecondBest, Agent<Uniform>(\"F\", 0, 1), Agent<Uniform>(\"S\", 0, 1)",
            ("(int)$.Run([0.4796492403692253, 0.2796492503692252]).Outcome", [1]),
            ("(int)$.Run([0.4796492403692253, 0.27964923036922523]).Outcome", [0]),
            ("$.Run([.95, .9]).Payments[0]", [0]),
            ("$.Run([.95, .9]).Payments[1]", [0])),
        new(
            "PublicProject(1.25), RevenueOptimal, Agent<Uniform>(\"F\", 0, 1), Agent<Uniform>(\"S\", 0, 1)",
            ("(int)$.Run([.9, .72]).Outcome", [0]),
            ("(int)$.Run([.9, .725]).Outcome", [1])),
        new(
            "PublicProject(12, Shares = [6, 4, 2]), Efficient, Agent(\"A\"), Agent(\"B\"), Agent(\"C\"), Money<long>",
            ("$.Run([9, 1, 3])", [1, 8, 4, 2]),
            ("$.Run([3, 6, 2])", [0, 2, 0, 0])),
        new(
            "PublicProject(10, EqualShares = true), Efficient, Agents(3), Money<long>",
            ("$.Run([9, 1, 1])", [1, 8, 3, 3])),
        new(
            "Partnership(.6, .3, .1), Efficient, Prior<Uniform>(0, 1)",
            ("$.Surplus", [0.059534969734584234])),
        new(
            "Partnership(.3, .7), Efficient, Prior<Uniform>(0, 1)",
            ("$.Surplus", [0.043333333333333335]),
            ("$.Run([.4, .8]).Owner", [1]),
            ("$.Run([.4, .8]).Payments[1]", [0.14]),
            ("$.LowestFirstShare", [0.21132486540518713])),
        new(
            "Partnership(.25, .25, .25, .25), Efficient, Prior<Uniform>(0, 1)",
            ("$.Surplus", [0.12752960628942256])),
        new(
            "Crowdfunding(1.2), PostedPrice(.4), Agents(4), Prior<Uniform>(0, 1)",
            ("$.ProbabilityFunded", [0.4752]),
            ("$.ExpectedProfit", [0.05184]),
            ("$.ExpectedBackerSurplus", [0.46656]),
            ("$.PledgesNeeded", [3])),
        new(
            "Crowdfunding(.75), RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)",
            ("$.ExpectedProfit", [0.095703125]),
            ("$.Run([.8, .7])[0].Payment", [0.675]),
            ("$.Run([.8, .7])[1].Payment", [0.575])),
        new(
            "Crowdfunding(20), CostSharing, Money<long>",
            ("$.Run([9, 7, 6, 5, 3])", [1, 5, 1, 5, 1, 5, 1, 5, 0, 0]),
            ("$.Run([9, 7, 7, 4, 3])", [1, 7, 1, 7, 1, 6, 0, 0, 0, 0])),
        new(
            "Taxation(TaxObjective.Revenue), DiscretePrior([1, 2, 4], [1, 2, 1])",
            ("$.ExpectedTax", [2.765734265734266]),
            ("$.Output(1)", [0.3076923076923077]),
            ("$.Output(2)", [2.909090909090909]),
            ("$.Output(4)", [16]),
            ("$.Consumption(1)", [0.047337278106508875]),
            ("$.Consumption(2)", [1.0933541982493031]),
            ("$.Consumption(4)", [8.828891388331948])),
        new(
            "Taxation(TaxObjective.Weighted), DiscretePrior([1, 2, 4], [1, 2, 1])",
            ("$.Output(1)", [0.47058823529411764]),
            ("$.Output(2)", [3.3684210526315788]),
            ("$.Output(4)", [16]),
            ("$.Consumption(1)", [2.847549578736497]),
            ("$.Consumption(2)", [4.238150466313297]),
            ("$.Consumption(4)", [11.883579829194185])),
        new(
            "Taxation(TaxObjective.Revenue), DiscretePrior([2, 3, 4, 5], [6, 1, 1, 6])",
            ("$.ExpectedTax", [6.109403254972875]),
            ("$.Output(2)", [2.2857142857142856]),
            ("$.Output(3)", [2.2857142857142856]),
            ("$.Output(4)", [5.063291139240507]),
            ("$.Output(5)", [25]),
            ("$.Consumption(2)", [0.6530612244897959]),
            ("$.Consumption(3)", [0.6530612244897959]),
            ("$.Consumption(4)", [1.290949579639579]),
            ("$.Consumption(5)", [13.278211236425351])),
        new(
            "Taxation(TaxObjective.Rawlsian), Prior<Uniform>(1, 3)",
            ("$.Output(2)", [2]),
            ("$.Output(1.5)", [0.75])),
        new(
            "SingleItem, CremerMcLean, Types(1, 2), Agent(\"A\"), Agent(\"B\"), JointPrior(\"1/3 1/6; 1/6 1/3\")",
            ("$.ExpectedRevenue", [5.0 / 3])),
    ];

    [Fact]
    public void AreThose() => GoldenRow.Check(Rows);
}

namespace MechanismDsl.Generators.Tests.Golden;

/// <summary>Sales and purchases of one item that are in no other list, through the generated code. Reserves, expectations and prices were computed apart from this library: virtual values and thresholds by hand, polynomials and finite types in fractions, the other expectations with mpmath to 30 digits.</summary>
public class SingleItemNumbers
{
    private static readonly GoldenRow[] Rows =
    [
        new(
            "SingleItem, RevenueOptimal, Agent<Uniform>(\"A\", 2, 10), Agent<Uniform>(\"B\", 0, 6), Agent<Uniform>(\"C\", 1, 4)",
            ("$.ExpectedRevenue", [4.25462962962963]),
            ("$.AReserve", [5]),
            ("$.BReserve", [3]),
            ("$.CReserve", [2]),
            ("$.Run([6, 4, 3])", [0, 6]),
            ("$.Run([5.5, 4.5, 2.5])", [1, 3.5]),
            ("$.Run([4, 3.5, 3])", [2, 2.5]),
            ("$.Run([1, 2, 1.9])", [-1, 0]),
            ("$.Run([12, 6, 4])", [0, 8]),
            ("$.Run([9, 20, 4])", [1, 7])),
        new(
            "SingleItem, RevenueOptimal, SellerValue(.4), Agents(3), Prior<Uniform>(0, 1)",
            ("$.Reserve", [0.7]),
            ("$.ExpectedRevenue", [0.48285]),
            ("$.Run([.7, .5, .69])", [0, 0.7]),
            ("$.Run([.69, .5, .69])", [-1, 0])),
        new(
            "SingleItem, RevenueOptimal, Agents(2), Prior<Uniform>(4, 6)",
            ("$.Reserve", [4]),
            ("$.ExpectedRevenue", [4.666666666666667]),
            ("$.Run([3.9, 4])", [1, 4])),
        new(
            "SingleItem, RevenueOptimal, SellerValue(1), Agent<Uniform>(\"A\", 0, 4), Agent<Uniform>(\"B\", 2, 8)",
            ("$.AReserve", [2.5]),
            ("$.BReserve", [4.5]),
            ("$.ExpectedRevenue", [3.0625])),
        new(
            "SingleItem, Procurement, RevenueOptimal, BuyerValue(4), Agents(2), Suppliers<Uniform>(1, 3)",
            ("$.Ceiling", [2.5]),
            ("$.ExpectedOutlay", [2.0625]),
            ("$.Run([2.5, 3])", [0, 2.5]),
            ("$.Run([2, 1.5])", [1, 2]),
            ("$.Run([2.6, 2.7])", [-1, 0])),
        new(
            "SingleItem, Procurement, RevenueOptimal, BuyerValue(3), Supplier<Uniform>(\"A\", 0, 2), Supplier<Uniform>(\"B\", 1, 3)",
            ("$.ACeiling", [1.5]),
            ("$.BCeiling", [2]),
            ("$.ExpectedOutlay", [1.2916666666666667]),
            ("$.Run([1, 1.4])", [1, 1.5]),
            ("$.Run([1, 1.6])", [0, 1.1]),
            ("$.Run([1.6, 2])", [1, 2])),
        new(
            "SingleItem, RevenueOptimal, DiscretePrior([1, 2, 5], [3, 2, 1])",
            ("$.Reserve", [1]),
            ("$.ExpectedRevenue(1)", [1]),
            ("$.ExpectedRevenue(2)", [1.75]),
            ("$.ExpectedRevenue(3)", [2.3333333333333335]),
            ("$.Run([2, 1])", [0, 1]),
            ("$.Run([1, 2])", [1, 2]),
            ("$.Run([2, 5])", [1, 5]),
            ("$.Run([4.9, 2])", [0, 2])),
        new(
            "SingleItem, RevenueOptimal, DiscretePrior([1, 3, 4], [5, 1, 4])",
            ("$.Reserve", [4]),
            ("$.ExpectedRevenue(1)", [1.6]),
            ("$.ExpectedRevenue(2)", [2.56]),
            ("$.ExpectedRevenue(3)", [3.136]),
            ("$.Run([4, 3])", [0, 4]),
            ("$.Run([3, 3])", [-1, 0])),
        new(
            "SingleItem, RevenueOptimal, DiscretePrior([2, 3, 7, 8], [4, 1, 1, 3])",
            ("$.Reserve", [7]),
            ("$.ExpectedRevenue(1)", [3.111111111111111]),
            ("$.ExpectedRevenue(2)", [4.987654320987654]),
            ("$.ExpectedRevenue(3)", [6.128943758573389]),
            ("$.Run([7, 8])", [1, 8]),
            ("$.Run([8, 7])", [0, 7])),
        new(
            "SingleItem, RevenueOptimal, Agent(\"A\"), Agent(\"B\"), DiscretePrior([1, 3], [1, 1], Agent = \"A\"), DiscretePrior([2, 5], [2, 1], Agent = \"B\")",
            ("$.ExpectedRevenue", [2.8333333333333335]),
            ("$.Run([3, 2])", [0, 3]),
            ("$.Run([3, 5])", [1, 5]),
            ("$.Run([1, 5])", [1, 2])),
        new(
            "SingleItem, Procurement, RevenueOptimal, BuyerValue(6), Agents(2), DiscretePrior([1, 3, 4], [4, 1, 5])",
            ("$.Ceiling", [4]),
            ("$.ExpectedOutlay", [2.8]),
            ("$.Run([1, 4])", [0, 4]),
            ("$.Run([4, 3])", [0, 4]),
            ("$.Run([4, 1])", [1, 1])),
        new(
            "SingleItem, RevenueOptimal, Prior<TruncatedNormal>(5, 2, 0, 8)",
            ("$.Reserve", [3.849236336306292]),
            ("$.ExpectedRevenue(1)", [2.7018902408373195]),
            ("$.ExpectedRevenue(2)", [4.080357258939495]),
            ("$.ExpectedRevenue(3)", [4.864351419389294])),
        new(
            "SingleItem, RevenueOptimal, Prior<Gamma>(3, 2)",
            ("$.Reserve", [4.539061684162285]),
            ("$.ExpectedRevenue(1)", [2.7422032098006173]),
            ("$.ExpectedRevenue(2)", [4.515414740886973]),
            ("$.ExpectedRevenue(3)", [5.742870024109821])),
        new(
            "SingleItem, RevenueOptimal, Prior<Weibull>(3, 4)",
            ("$.Reserve", [2.7734450974025386]),
            ("$.ExpectedRevenue(1)", [1.9872602504462917]),
            ("$.ExpectedRevenue(2)", [2.9984833291186095]),
            ("$.ExpectedRevenue(3)", [3.57987923008978])),
        new(
            "SingleItem, RevenueOptimal, Prior<Beta>(2, 3)",
            ("$.Reserve", [0.3333333333333333]),
            ("$.ExpectedRevenue(1)", [0.19753086419753085]),
            ("$.ExpectedRevenue(2)", [0.32074088589863625]),
            ("$.ExpectedRevenue(3)", [0.4023243061194593])),
        new(
            "SingleItem, RevenueOptimal, Prior<Triangular>(1, 2, 6)",
            ("$.Reserve", [2]),
            ("$.ExpectedRevenue(1)", [1.6]),
            ("$.ExpectedRevenue(2)", [2.432]),
            ("$.ExpectedRevenue(3)", [2.934857142857143])),
        new(
            "SingleItem, RevenueOptimal, Prior<BoundedPareto>(2, 1, 4)",
            ("$.Reserve", [1]),
            ("$.ExpectedRevenue(1)", [1]),
            ("$.ExpectedRevenue(2)", [1.28]),
            ("$.ExpectedRevenue(3)", [1.4848])),
        new(
            "SingleItem, RevenueOptimal, Prior<TruncatedExponential>(.5, 6)",
            ("$.Reserve", [1.7599435220247175]),
            ("$.ExpectedRevenue(1)", [0.6760512967332539]),
            ("$.ExpectedRevenue(2)", [1.2113535832590565]),
            ("$.ExpectedRevenue(3)", [1.6425521709557946])),
        new(
            "SingleItem, RevenueOptimal, Prior<Logistic>(4, 1)",
            ("$.Reserve", [3.207940031569323]),
            ("$.ExpectedRevenue(1)", [2.207940031569323]),
            ("$.ExpectedRevenue(2)", [3.3735690279977835]),
            ("$.ExpectedRevenue(3)", [4.06184250251445])),
        new(
            "SingleItem, RevenueOptimal, Prior<Lognormal>(0, .5)",
            ("$.Reserve", [0.7718567076821204]),
            ("$.ExpectedRevenue(1)", [0.5385556197185111]),
            ("$.ExpectedRevenue(2)", [0.8553922439562939]),
            ("$.ExpectedRevenue(3)", [1.0642753212465235])),
        new(
            "SingleItem, RevenueOptimal, Prior<Kumaraswamy>(2, 3)",
            ("$.Reserve", [0.37796447300922725]),
            ("$.ExpectedRevenue(1)", [0.2380184436442947]),
            ("$.ExpectedRevenue(2)", [0.3769228024436866]),
            ("$.ExpectedRevenue(3)", [0.4640776536970461])),
        new(
            "SingleItem, RevenueOptimal, Prior<Power>(3, 4)",
            ("$.Reserve", [2.5198420997897464]),
            ("$.ExpectedRevenue(1)", [1.8898815748423097]),
            ("$.ExpectedRevenue(2)", [2.7064201124887366]),
            ("$.ExpectedRevenue(3)", [3.1059630168733103])),
        new(
            "SingleItem, RevenueOptimal, Prior<Uniform>(0, 2, Weight = 1), Prior<Uniform>(4, 6, Weight = 1)",
            ("$.Reserve", [4]),
            ("$.ExpectedRevenue(1)", [2]),
            ("$.ExpectedRevenue(2)", [19.0 / 6])),
        new(
            "SingleItem, RevenueOptimal, HistogramPrior([0, 1, 2, 4], [.5, .2, .3])",
            ("$.Reserve", [1.75]),
            ("$.ExpectedRevenue(1)", [0.6125])),
        new(
            "SingleItem, PayAsBid, Agents(3), Prior<Power>(2, 1)",
            ("$.EquilibriumBid(.5)", [0.4]),
            ("$.ExpectedRevenue", [24.0 / 35])),
        new(
            "SingleItem, AllPay, Agents(3), Prior<Uniform>(0, 1)",
            ("$.EquilibriumBid(.6)", [0.144]),
            ("$.ExpectedRevenue", [0.5])),
        new(
            "SingleItem, PostedPrice(.6), Agents(3), Prior<Uniform>(0, 1)",
            ("$.ExpectedRevenue", [0.4704]),
            ("$.Run([.5, .6, .9])", [1, 0.6])),
        new(
            "SingleItem, RevenueOptimal, Money<long>, Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)",
            ("$.Run([7, 8])", [0, 6]),
            ("$.Run([7, 11])", [1, 11]),
            ("$.Run([10, 12])", [0, 9]),
            ("$.Run([8, 12])", [1, 12])),
        new(
            "SingleItem, RevenueOptimal, Money<decimal>(Decimals = 1), Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)",
            ("$.Run([7.1m, 11])", [1, 10.2]),
            ("$.Run([7.1m, 10.1m])", [0, 7.1])),
        new(
            "SingleItem, Procurement, RevenueOptimal, BuyerValue(3), Money<long>, Supplier<Uniform>(\"A\", 0, 2), Supplier<Uniform>(\"B\", 1, 3)",
            ("$.Run([1, 1])", [1, 1]),
            ("$.Run([1, 2])", [0, 1]),
            ("$.Run([2, 2])", [1, 2]),
            ("$.Run([0, 1])", [0, 0])),
        new(
            "SingleItem, Efficient, Agent(\"A\", Weight = 2), Agent(\"B\"), Agent(\"C\", Weight = .5)",
            ("$.Run([5, 8, 30])", [2, 20]),
            ("$.Run([5, 8, 12])", [0, 4]),
            ("$.Run([3, 8, 12])", [1, 6]),
            ("$.Run([4, 8, 16])", [0, 4])),
        new(
            "SingleItem, Efficient, Agent(\"A\"), Agent(\"B\"), Reserve(6, Agent = \"A\", Kind = ReserveKind.Lazy), Reserve(2, Agent = \"B\", Kind = ReserveKind.Lazy)",
            ("$.Run([5, 3])", [-1, 0]),
            ("$.Run([7, 3])", [0, 6]),
            ("$.Run([5, 8])", [1, 5])),
    ];

    [Fact]
    public void AreThose() => GoldenRow.Check(Rows);
}

namespace MechanismDsl.Generators.Tests.Golden;

/// <summary>Several served, several units, assignments and packages that are in no other list, through the generated code. Payments were worked out by hand from the definition (what the others would have without the agent, or the lowest report that still wins), expectations with mpmath from the densities of order statistics.</summary>
public class ServiceNumbers
{
    private static readonly GoldenRow[] Rows =
    [
        new(
            "IdenticalItems(2), RevenueOptimal, Prior<Uniform>(0, 1)",
            ("$.ExpectedRevenue(3)", [0.71875]),
            ("$.ExpectedRevenue(5)", [1.046875]),
            ("$.Run([.9, .6, .7, .4])", [1, 0.6, 0, 0, 1, 0.6, 0, 0]),
            ("$.Run([.5, .4])", [1, 0.5, 0, 0])),
        new(
            "IdenticalItems(2), Efficient, Prior<Uniform>(0, 1)",
            ("$.ExpectedRevenue(4)", [0.8])),
        new(
            "IdenticalItems(2), RevenueOptimal, Prior<Exponential>(1)",
            ("$.Reserve", [1]),
            ("$.ExpectedRevenue(3)", [1.0870426340583723])),
        new(
            "IdenticalItems(2), RevenueOptimal, Money<long>, Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18), Agent<Uniform>(\"C\", 0, 10)",
            ("$.Run([9, 12, 8])", [1, 9, 1, 12, 0, 0]),
            ("$.Run([9, 11, 8])", [1, 8, 0, 0, 1, 8])),
        new(
            "IdenticalItems(2), Efficient, Agent(\"A\", Weight = 2), Agent(\"B\"), Agent(\"C\")",
            ("$.Run([3, 5, 4])", [1, 2, 1, 4, 0, 0]),
            ("$.Run([1.9, 5, 4])", [0, 0, 1, 3.8, 1, 3.8])),
        new(
            "Positions(5, 3, 1), RevenueOptimal, Prior<Uniform>(0, 1)",
            ("$.ExpectedRevenue(4)", [4.0125]),
            ("$.ExpectedRevenue(2)", [7.0 / 3]),
            ("$.Run([.6, .9, .7, .4])", [2, 0.5, 0, 3.1, 1, 1.7, -1, 0])),
        new(
            "Positions(5, 3, 1), Efficient, Reserve(2)",
            ("$.Run([6, 9, 1])", [1, 6, 0, 18, -1, 0])),
        new(
            "Positions(4, 2, Reserves = [6, 2]), Efficient",
            ("$.Run([7, 5, 3])", [0, 22, 1, 6, -1, 0]),
            ("$.Run([5, 4, 3])", [1, 8, -1, 0, -1, 0]),
            ("$.Run([9, 8, 7])", [0, 30, 1, 14, -1, 0]),
            ("$.Run([9, 5.5, 1])", [0, 23, 1, 4, -1, 0])),
        new(
            "Knapsack(7), Efficient, Agent(\"A\", Size = 3), Agent(\"B\", Size = 4), Agent(\"C\", Size = 5), Agent(\"D\", Size = 2)",
            ("$.Run([6, 7, 9, 5])", [0, 0, 0, 0, 1, 8, 1, 4])),
        new(
            "Knapsack(7), Efficient",
            ("$.Run([6, 7, 8, 5], [3, 4, 5, 2])", [1, 6, 1, 7, 0, 0, 0, 0]),
            ("$.Run([6, 7], [8, 4])", [0, 0, 1, 0])),
        new(
            "Knapsack(4), RevenueOptimal, Agent<Uniform>(\"A\", 0, 10, Size = 4), Agent<Uniform>(\"B\", 0, 6, Size = 2), Agent<Uniform>(\"C\", 0, 8, Size = 2)",
            ("$.Run([8, 4, 6])", [1, 8, 0, 0, 0, 0]),
            ("$.Run([7.9, 4, 6])", [0, 0, 1, 3.9, 1, 5.9])),
        new(
            "Services, RevenueOptimal, Agent<Uniform>(\"A\", 0, 10), Agent<Uniform>(\"B\", 0, 6), Agent<Uniform>(\"C\", 0, 8), AtMost(1, \"A\", \"B\"), AtMost(1, \"B\", \"C\")",
            ("$.Run([7, 6, 5])", [1, 7, 0, 0, 1, 5]),
            ("$.Run([7, 6, 4.5])", [0, 0, 1, 5.5, 0, 0])),
        new(
            "Services, Efficient, Agent(\"A\"), Agent(\"B\"), Agent(\"C\"), Agent(\"D\"), AtMost(1, \"A\", \"B\"), AtMost(2), MustServe(\"D\")",
            ("$.Run([5, 7, 6, 1])", [0, 0, 1, 6, 0, 0, 1, 0]),
            ("$.Run([5, 7, 8, 1])", [0, 0, 0, 0, 1, 7, 1, 0])),
        new(
            "IdenticalItems(4), Decreasing(3), Efficient",
            ("$.Run([9, 6, 2, 8, 5, 5, 7, 1, 0])", [2, 10, 1, 2, 1, 5]),
            ("$.Run([5, 5, 5, 5, 5, 5])", [3, 10, 1, 0])),
        new(
            "IdenticalItems(3), Decreasing(2), Efficient, Reserve(3)",
            ("$.Run([9, 2, 8, 3])", [1, 3, 2, 6])),
        new(
            "Divisible(10), Efficient",
            ("$.Run([new(5, 6), new(4, 3), new(2, 8)])", [6, 12, 3, 6, 1, 0])),
        new(
            "Divisible(10), Efficient, Reserve(2), Money<long>",
            ("$.Run([new(5, 6), new(4, 3), new(2, 8)])", [6, 12, 3, 6, 1, 2]),
            ("$.Run([new(1, 6), new(4, 3)])", [0, 0, 3, 6])),
        new(
            "Assignment, Efficient",
            ("$.Run([8, 6, 2, 7, 5, 4, 6, 7, 1], 3)", [0, 3, 2, 0, 1, 1])),
        new(
            "Packages(3), Efficient",
            ("$.Run([new(0, 0b111, 12), new(1, 0b011, 7), new(2, 0b100, 6), new(1, 0b001, 5), new(3, 0b010, 4)], 4)", [-1, 0, 3, 2, 2, 3, 4, 2])),
        new(
            "Packages(3), CoreSelecting, Money<decimal>",
            ("$.Run([new(0, 0b111, 12), new(1, 0b011, 7), new(2, 0b100, 6), new(1, 0b001, 5), new(3, 0b010, 4)], 4)", [-1, 0, 3, 3.67, 2, 4.67, 4, 3.67])),
        new(
            "Packages(3), Or, Efficient, Money<long>",
            ("$.Run([new(0, 0b001, 5), new(0, 0b010, 4), new(1, 0b011, 8), new(2, 0b100, 3), new(1, 0b100, 2)], 3)", [3, 8, 0, 0, 4, 2])),
        new(
            "Packages(3), Additive, Efficient",
            ("$.Run([new(0, 1, 5), new(0, 2, 4), new(1, 1, 3), new(1, 4, 6), new(2, 2, 4)], 3)", [3, 7, 4, 0, 0, 0])),
        new(
            "Packages(9), SingleMinded(Greedy = true), Efficient, Money<decimal>",
            ("$.Run([new(0, 0b1111, 8), new(1, 0b0001, 3.9m), new(2, 0b100000, 1)], 3)", [0, 7.8, -1, 0, 2, 0]),
            ("$.Run([new(0, 0b0001, 3.9m), new(1, 0b1111, 8), new(2, 0b100000, 1)], 3)", [-1, 0, 1, 7.81, 2, 0])),
        new(
            "Packages(4), SingleMinded, Efficient",
            ("$.Run([new(0, 0b0011, 9), new(1, 0b0110, 10), new(2, 0b1100, 8), new(3, 0b1001, 3)], 4)", [0, 5, -1, 0, 2, 4, -1, 0])),
    ];

    [Fact]
    public void AreThose() => GoldenRow.Check(Rows);
}

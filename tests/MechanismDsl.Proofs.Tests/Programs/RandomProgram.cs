using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>A rule that nobody tuned anything against, and a question about it.</summary>
/// <param name="Seed">The same seed gives the same program.</param>
/// <param name="Shape">What kind of rule it is, for the report.</param>
/// <param name="Question">The question.</param>
internal sealed record RandomProgram(int Seed, string Shape, Question Question)
{
    private static readonly Property[] _ofPayments = [Property.IndividuallyRational, Property.Truthful, Property.Truthful, Property.NoSubsidy];

    /// <summary>The program of a seed.</summary>
    public static RandomProgram Of(int seed)
    {
        var random = new SplitMix64(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL));
        return random.Below(10) switch
        {
            0 or 1 or 2 => new(seed, "score", new Question(Property.MonotoneScore, RandomScores.Real(random))),
            3 => new(seed, "score of whole bids", new Question(Property.MonotoneScore, RandomScores.Whole(random))),
            4 or 5 => new(seed, "winner", new Question(Property.MonotoneAllocation, Winner(random))),
            6 => new(seed, "greedy", new Question(Property.MonotoneAllocation, Greedy(random))),
            7 => new(seed, "lottery", new Question(Property.MonotoneAllocation, Lottery(random))),
            _ => new(seed, "payment", new Question(random.Of(_ofPayments), Payment(random))),
        };
    }

    private static RuleSystem Winner(SplitMix64 random)
    {
        var agents = Agents(random);
        return Systems.OfAllocation(new RandomWinner(random, agents).Allocation(), AllocationForm.Winner, new AgentRange(agents, agents), Bids(random));
    }

    private static RuleSystem Payment(SplitMix64 random)
    {
        var agents = Agents(random);
        var (allocation, payment) = new RandomWinner(random, agents).WithPayment();
        return Systems.OfAllocation(allocation, AllocationForm.Winner, new AgentRange(agents, agents), Bids(random)) with { Payment = payment };
    }

    private static RuleSystem Greedy(SplitMix64 random)
    {
        var agents = Agents(random);
        return Systems.OfAllocation(RandomGreedy.Of(random, agents), AllocationForm.Served, new AgentRange(agents, agents), Bids(random)) with { Supply = agents };
    }

    private static RuleSystem Lottery(SplitMix64 random)
    {
        var agents = Agents(random);
        // Shares divide by sums, which are zero where all bids are.
        return Systems.OfAllocation(RandomLottery.Of(random, agents), AllocationForm.Probability, new AgentRange(agents, agents), random.Below(2) == 0 ? Systems.Whole(1, 5) : new Domain.Interval(0.25, 64));
    }

    private static int Agents(SplitMix64 random) => 2 + random.Below(2);

    private static Domain Bids(SplitMix64 random) => random.Below(2) == 0 ? Systems.Whole(0, 5) : new Domain.Interval(0, 64);
}

using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Evaluation;

public class FalsifierTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scores => [.. CorpusScores.All.Keys];

    public static TheoryData<string> Allocations => [.. CorpusAllocations.All.Keys];

    public static TheoryData<string> Payments => [.. CorpusPayments.All.Keys];

    [Theory]
    [MemberData(nameof(Scores))]
    public void Score_IsRefutedIfItFalls(string name)
    {
        var (rule, domains, isMonotone) = CorpusScores.All[name];
        var witness = Falsifier.Find(new Question(Property.MonotoneScore, Systems.OfScore(rule, domains)), Falsifier.QuickEvaluations);
        output.WriteLine($"{witness}");
        Assert.Equal(isMonotone, witness is null);
    }

    [Theory]
    [MemberData(nameof(Allocations))]
    public void Allocation_IsRefutedIfItIsNotMonotone(string name)
    {
        var (rule, form, agents, low, isMonotone) = CorpusAllocations.All[name];
        var found = Falsifier.Find(Systems.OfAllocation(rule, form, agents, low), [Property.MonotoneAllocation, Property.Total], Falsifier.QuickEvaluations);
        output.WriteLine(string.Join("\n", found.Select(entry => $"{entry}")));
        Assert.Equal(isMonotone ? [] : [Property.MonotoneAllocation], found.Keys);
    }

    [Theory]
    [MemberData(nameof(Payments))]
    public void Payment_IsRefutedForTheLawsItBreaks(string name)
    {
        var (allocation, payment, holds, broken) = CorpusPayments.All[name];
        var (rule, form, agents, low, _) = CorpusAllocations.All[allocation];
        var system = Systems.OfAllocation(rule, form, agents, low) with { Payment = payment };
        var found = Falsifier.Find(system, [.. holds, .. broken], Falsifier.QuickEvaluations);
        output.WriteLine(string.Join("\n", found.Select(entry => $"{entry}")));
        Assert.Equal(broken.Order(), found.Keys.Order());
    }
}

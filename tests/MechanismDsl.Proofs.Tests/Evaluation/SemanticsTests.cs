using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Every operator of the rules' language against C# itself: the same bits or the same exception.</summary>
public class SemanticsTests
{
    private const int Samples = 2_000;

    public static TheoryData<string> Operators => [.. CSharpSemantics.Binary.Keys, .. CSharpSemantics.Unary.Keys, .. CSharpSemantics.Conversions.Keys];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Operator_ComputesWhatCSharpComputes(string name)
    {
        var (build, kinds, expected) = CSharpSemantics.Find(name);
        var builder = new RuleBuilder(name);
        var parameters = kinds.Select((kind, number) => builder.Public($"p{number}", kind)).ToArray();
        var rule = new CompiledRule(builder.Build(build([.. parameters.Select(parameter => (Ex)parameter)])));
        var operands = new Operands(seed: 7);
        for (var sample = 0; sample < Samples; sample++)
        {
            var arguments = kinds.Select(operands.Of).ToArray();
            var result = rule.Execute([.. arguments.Select(argument => MechanismDsl.Theory.Numbers.EquatableArray.Create([argument]))]);
            var (value, failure) = CSharpSemantics.Run(expected, arguments);
            var shown = $"{name}({string.Join(", ", arguments)})";
            Assert.True(failure == result.Failure, $"{shown}: {failure ?? $"{value}"} expected, {result.Failure ?? $"{result.Values}"} computed");
            if (failure is null)
            {
                Assert.True(CSharpSemantics.AreSame(value, result.Values[0]), $"{shown}: {value} expected, {result.Values[0]} computed");
            }
        }
    }

    [Fact]
    public void Operators_AreAllCovered()
    {
        Assert.Equal(125, CSharpSemantics.Binary.Count + CSharpSemantics.Unary.Count + CSharpSemantics.Conversions.Count);
        Assert.Equal(Enum.GetValues<BinaryOperation>(), CSharpSemantics.Binary.Values.Select(entry => entry.Operation).Distinct().Order());
        Assert.Equal(Enum.GetValues<UnaryOperation>(), CSharpSemantics.Unary.Values.Select(entry => entry.Operation).Distinct().Order());
    }
}

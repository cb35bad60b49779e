using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Proofs.Tests.Corpus;

/// <summary>A question about a rule of the corpus, and its answer.</summary>
internal sealed record LabelledQuestion(string Name, Question Question, bool Holds)
{
    private static readonly Lazy<IReadOnlyList<LabelledQuestion>> _all = new(() => [.. Read()]);

    /// <summary>Everything in Cases.cs that the lowering accepts, but the regularity of priors.</summary>
    public static IReadOnlyList<LabelledQuestion> All => _all.Value;

    /// <summary>The question of a rule, e.g. <c>P01_SecondPrice ir</c>.</summary>
    public static LabelledQuestion Of(string name) => All.Single(question => question.Name == name);

    private static IEnumerable<LabelledQuestion> Read()
    {
        var source = new RuleSource(RuleSource.Embedded("Attributes.cs"), RuleSource.Embedded("Cases.cs"));
        foreach (var method in source.Methods("Cases"))
        {
            var truths = method.GetAttributes().Where(attribute => attribute.AttributeClass!.Name == "TruthAttribute").ToArray();
            if (truths.Length == 0 || System(source, method) is not { } system)
            {
                continue;
            }

            foreach (var truth in truths)
            {
                var property = (string)truth.ConstructorArguments[0].Value!;
                yield return new LabelledQuestion($"{method.Name} {property}", new Question(PropertyOf(property), system), (bool)truth.ConstructorArguments[1].Value!);
            }
        }
    }

    private static RuleSystem? System(RuleSource source, IMethodSymbol method)
    {
        if (Attribute(method, "ScoreAttribute") is not null)
        {
            return source.Lower(method) is not { } score ? null : new RuleSystem
            {
                Inputs = [.. method.Parameters.Select((parameter, index) => new Input(parameter.Name, index == 0 ? ParameterRole.Report : ParameterRole.Public, [Range(parameter)]))],
                Side = Side.Buyer,
                Agents = new AgentRange(1, null),
                Score = score,
            };
        }

        var isPayment = Attribute(method, "PaymentAttribute");
        var allocation = isPayment is null ? method : source.Method("Cases", (string)isPayment.ConstructorArguments[0].Value!);
        if (Attribute(allocation, "AllocationAttribute") is not { } data || source.Lower(allocation) is not { } rule)
        {
            return null;
        }

        var named = data.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value);
        var bidders = (int)named["Bidders"].Value!;
        return new RuleSystem
        {
            Inputs = [new Input("b", ParameterRole.Reports, [DomainOf(named)])],
            Side = Side.Buyer,
            Agents = new AgentRange(bidders, bidders),
            Allocation = rule,
            Form = rule.Result.IsArray
                ? rule.Result.Kind == ScalarKind.Boolean ? AllocationForm.Served : AllocationForm.Probability
                : AllocationForm.Winner,
            Payment = isPayment is null ? null : source.Lower(method),
        };
    }

    private static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass!.Name == name);

    private static Domain Range(IParameterSymbol parameter)
    {
        var range = Attribute(parameter, "RangeAttribute")!;
        return new Domain.Interval((double)range.ConstructorArguments[0].Value!, (double)range.ConstructorArguments[1].Value!);
    }

    private static Domain DomainOf(Dictionary<string, TypedConstant> named)
    {
        if (named.TryGetValue("Types", out var types))
        {
            return new Domain.Finite(types.Values.Select(value => Scalar.Of((double)value.Value!)).ToEquatableArray());
        }

        var low = named.TryGetValue("Min", out var min) ? (double)min.Value! : 0;
        var high = named.TryGetValue("Max", out var max) ? (double)max.Value! : 100;
        return new Domain.Interval(low, high);
    }

    private static Property PropertyOf(string name) => name switch
    {
        "monotone-score" => Property.MonotoneScore,
        "monotone" => Property.MonotoneAllocation,
        "ir" => Property.IndividuallyRational,
        "dsic" => Property.Truthful,
        "no-subsidy" => Property.NoSubsidy,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}

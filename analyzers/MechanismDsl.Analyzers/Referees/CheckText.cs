using System.Globalization;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>A counterexample as statements of C# for a test: they call the user's rules with the witness and assert the law that it breaks.</summary>
internal sealed class CheckText
{
    private readonly UserRules _rules;
    private readonly Question _question;
    private readonly RuleSystem _system;
    private readonly Witness _witness;
    private readonly List<string> _lines = [];

    private CheckText(UserRules rules, Question question, Witness witness) =>
        (_rules, _question, _system, _witness) = (rules, question, question.System, witness);

    /// <summary>The statements; null where the rules take records, or the law is none of a single call.</summary>
    public static string? Of(UserRules rules, Question question, Witness witness) =>
        rules.Shape == ReportShape.Record ? null : new CheckText(rules, question, witness).Write();

    private string? Write()
    {
        var isAboutScore = _question.Property == Property.MonotoneScore || (_question.Property == Property.Total && _rules is { Allocation: null, Payment: null });
        if (!isAboutScore && _rules.Allocation is null)
        {
            return null;
        }

        switch (_question.Property)
        {
            case Property.MonotoneScore:
                var (low, high) = Ordered((_witness.Inputs[ReportInput][0], _witness.Other!.Value));
                Line($"Xunit.Assert.True({Score(_system.Side == Side.Buyer ? low : high)} <= {Score(_system.Side == Side.Buyer ? high : low)});");
                break;
            case Property.MonotoneAllocation:
                var (less, more) = Ordered((Own, _witness.Other!.Value));
                var (worse, better) = _system.Side == Side.Buyer ? (less, more) : (more, less);
                Line($"Xunit.Assert.True({Quantity(worse, "worse")} <= {Quantity(better, "better")});");
                break;
            case Property.Truthful:
                Line($"var truth = {Utility(Own, "honest")};");
                Line($"var lie = {Utility(_witness.Other!.Value, "dishonest")};");
                Line($"Xunit.Assert.True(lie <= truth + {Tolerance});");
                break;
            case Property.IndividuallyRational:
                Line($"Xunit.Assert.True({Utility(Own, "served")} >= {Number(_system.OutsideOption)} - {Tolerance});");
                break;
            case Property.NoSubsidy:
                Line($"Xunit.Assert.True({Payment(Own)} >= 0);");
                break;
            case Property.Total when isAboutScore:
                Line($"Xunit.Assert.True(double.IsFinite((double){Score(_witness.Inputs[ReportInput][0])}));");
                break;
            case Property.Feasible when Name(_rules.Allocation!) is var name && _system.Form != AllocationForm.Winner && !_rules.FillsSpan:
                Line($"var total = 0.0;");
                Line($"foreach (var quantity in {name}({Profile(Own)}))");
                Line("{");
                Line($"    total += {(_system.Form == AllocationForm.Served ? "quantity ? 1 : 0" : "quantity")};");
                Line("}");
                Line(string.Empty);
                Line($"Xunit.Assert.True(total <= {Number(_system.Supply)});");
                break;
            default:
                return null;
        }

        return string.Join("\n", _lines);
    }

    private const string Tolerance = "1e-9";

    private int ReportInput => Enumerable.Range(0, _system.Inputs.Count).First(index => _system.Inputs[index].Role is ParameterRole.Report or ParameterRole.Reports);

    private Scalar Own => _witness.Inputs[ReportInput][_witness.Agent];

    private string Agent => _witness.Agent.ToString(CultureInfo.InvariantCulture);

    private void Line(string text) => _lines.Add(text);

    private static (Scalar Low, Scalar High) Ordered((Scalar One, Scalar Other) pair) =>
        pair.One.ToNumber() <= pair.Other.ToNumber() ? pair : (pair.Other, pair.One);

    private string Score(Scalar report) =>
        $"{Name(_rules.Score!)}({string.Join(", ", _system.Inputs.Select((_, index) => Literal(index == ReportInput ? report : _witness.Inputs[index][0])))})";

    private string Profile(Scalar own) =>
        $"[{string.Join(", ", _witness.Inputs[ReportInput].Select((report, agent) => Literal(agent == _witness.Agent ? own : report)))}]";

    private string Quantity(Scalar own, string name)
    {
        var rule = Name(_rules.Allocation!);
        var cell = $"{rule}({Profile(own)})[{Agent}]";
        if (_rules.FillsSpan)
        {
            var element = _system.Form switch { AllocationForm.Served => "bool", AllocationForm.Units => "int", _ => "double" };
            Line($"var {name} = new {element}[{_witness.Agents.ToString(CultureInfo.InvariantCulture)}];");
            Line($"{rule}({Profile(own)}, {name});");
            cell = $"{name}[{Agent}]";
        }

        return _system.Form switch
        {
            AllocationForm.Winner => $"({rule}({Profile(own)}) == {Agent} ? 1 : 0)",
            AllocationForm.Served => $"({cell} ? 1 : 0)",
            _ => cell,
        };
    }

    private string Payment(Scalar own) => $"{Name(_rules.Payment!)}({Profile(own)}, {Agent})";

    // The value is the truth in both outcomes; a supplier's is minus its cost, and it receives what a buyer would pay.
    private string Utility(Scalar report, string name) => _system.Side == Side.Supplier
        ? $"{Payment(report)} - ({Literal(Own)} * {Quantity(report, name)})"
        : $"({Literal(Own)} * {Quantity(report, name)}) - {Payment(report)}";

    private static string Name(RuleMethod rule) => rule.Name;

    private static string Number(double value) => NumberText.Exact(value);

    private static string Literal(Scalar value) => value.Kind switch
    {
        ScalarKind.Double => NumberText.Exact(value.AsDouble, asDouble: true),
        ScalarKind.Boolean => value.AsBoolean ? "true" : "false",
        _ => value.ToString(),
    };
}

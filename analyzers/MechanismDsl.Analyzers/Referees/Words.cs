using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>Refutations in the words of the declaration: its parameters by their names, its agents by theirs.</summary>
internal static class Words
{
    /// <summary>What a witness shows.</summary>
    public static string Of(Question question, Witness witness, Subject subject, CancellationToken cancellation) => question.Property == Property.MonotoneScore
        ? Score(question.System, TellingFall.Of(question, witness, cancellation))
        : WitnessText.Of(question, witness, subject.Names);

    /// <summary>The worst type and its loss: <c>bidder 1 with value 0 in (10, [0], 2) pays 2 for an allocation worth 0: it loses 2</c>.</summary>
    public static string Loss(Question question, Witness witness, Subject subject, CancellationToken cancellation)
    {
        var worst = WorstType.Of(question, witness, cancellation);
        return $"{WitnessText.Of(question, worst, subject.Names)}: it loses {Number(worst.Violation)}";
    }

    /// <summary>What an agent gains by misstating a number; how far the score depends on it where that gains nothing that can be named.</summary>
    public static string Misstated(Question question, Witness witness, Subject subject, CancellationToken cancellation)
    {
        var input = question.System.Inputs[question.Focus].Name;
        if (Misstatement.Of(question, witness, cancellation) is not { } lie)
        {
            return WitnessText.Of(question, witness, subject.Names);
        }

        var report = question.System.Inputs.First(one => one.Role is ParameterRole.Report or ParameterRole.Reports).Name;
        var price = question.System.Side == Theory.Problems.Side.Buyer ? "pays" : "receives";
        return $"at {report} {Text(lie.Report)} the score rises from {Number(lie.Score)} to {Number(lie.LieScore)} if it states {input} {Text(lie.Lie)} instead of {Text(lie.Truth)}; "
            + $"against a rival with score {Number(lie.Score)} it then {price} {Number(lie.Threshold)}, a gain of {Number(lie.Gain)}";
    }

    private static string Score(RuleSystem system, Witness witness)
    {
        var report = Enumerable.Range(0, system.Inputs.Count).First(index => system.Inputs[index].Role is ParameterRole.Report or ParameterRole.Reports);
        var facts = string.Join(" and ", Enumerable.Range(0, system.Inputs.Count).Where(index => index != report).Select(index => $"{system.Inputs[index].Name} {Text(witness.Inputs[index][0])}"));
        (Scalar Report, double Score)[] points = [(witness.Inputs[report][0], witness.Quantity), (witness.Other!.Value, witness.OtherQuantity)];
        Array.Sort(points, (one, other) => one.Report.ToNumber().CompareTo(other.Report.ToNumber()));
        var (first, second) = (points[0].Score, points[1].Score);
        var digits = 6;
        while (digits < 17 && first != second && NumberText.Words(first, digits) == NumberText.Words(second, digits))
        {
            digits++;
        }

        var name = system.Inputs[report].Name;
        return $"{(facts.Length == 0 ? "" : $"with {facts} ")}the score {(second < first ? "falls" : "rises")} from {NumberText.Words(first, digits)} at {name} {Text(points[0].Report)} to {NumberText.Words(second, digits)} at {name} {Text(points[1].Report)}";
    }

    private static string Number(double value) => NumberText.Words(value);

    /// <summary>A value as it has to be typed to reproduce the witness.</summary>
    private static string Text(Scalar value) => value.Kind switch
    {
        ScalarKind.Double => NumberText.Exact(value.AsDouble),
        ScalarKind.Boolean => value.AsBoolean ? "true" : "false",
        _ => value.ToString().TrimEnd('L', 'm'),
    };
}

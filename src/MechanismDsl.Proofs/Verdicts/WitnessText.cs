using System.Globalization;
using System.Text;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Verdicts;

/// <summary>
/// A witness in the words of the field, as a clause for a message: <c>bidder 1 wins with report 5 in (4, [5], 2) but loses with report 60</c>. The
/// profile is complete and the focal report marked, so that everybody can check it by hand. The same text in every culture.
/// </summary>
public sealed class WitnessText
{
    private readonly RuleSystem _system;
    private readonly Question _question;
    private readonly Witness _witness;
    private readonly IReadOnlyList<string> _names;

    private WitnessText(Question question, Witness witness, IReadOnlyList<string> names)
    {
        (_question, _system, _witness, _names) = (question, question.System, witness, names);
    }

    private bool IsSupplier => _system.Side == Side.Supplier;

    private string Report => IsSupplier ? "cost" : "report";

    private string With => _system.Allocation is not null && _system.Form == AllocationForm.Probability ? "at" : "with";

    private Scalar Own => Value(_system.ReportInput(), _witness.Agent);

    private Scalar Other => _witness.Other ?? throw new ArgumentException("a law about two profiles has two", nameof(Witness));

    /// <summary>The witness of a refutation as text.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="witness">What refutes it.</param>
    /// <param name="agentNames">The names of the agents where they are declared, by index.</param>
    public static string Of(Question question, Witness witness, IReadOnlyList<string>? agentNames = null) =>
        new WitnessText(question, witness, agentNames ?? []).Write();

    private string Write() => _question.Property switch
    {
        Property.MonotoneScore => $"{Score} falls from {Outcomes.First} at {Report} {Exact(Own)} to {Outcomes.Second} at {Report} {Exact(Other)}{Facts()}",
        Property.UnaffectedByInput => $"{Score} changes from {Outcomes.First} at {Focus} {Exact(Value(_question.Focus, _witness.Agent))} to {Outcomes.Second} at {Focus} {Exact(Other)}{Facts()}",
        Property.MonotoneAllocation => $"{Agent} {Gets(_witness.Quantity, Outcomes.First)} {With} {Report} {Exact(Own)} in {Profile()} but {Misses()} {With} {Report} {Exact(Other)}{Facts()}",
        Property.IndividuallyRational => Loss(),
        Property.Truthful => Lie(),
        Property.NoSubsidy => $"{Agent} is paid {Words(-_witness.Payment)} at {Profile()}{Facts()}",
        Property.NoDeficit => $"the payments at {Profile()} fall short of the cost by {Words(_witness.Violation)}{Facts()}",
        Property.BudgetBalanced => $"the payments at {Profile()} differ from the cost by {Words(_witness.Violation)}{Facts()}",
        Property.PaymentIdentity => Difference(),
        Property.Feasible => $"{(_witness.Quantity < 0 ? "a quantity is negative" : "more is given away than there is")} at {Profile()}, by {Words(_witness.Violation)}{Facts()}",
        Property.Efficient => $"the allocation at {Profile()} gives up a welfare of {Words(_witness.Violation)}{Facts()}",
        Property.Total => $"the rule {Failure()} at {(_question.IsAboutScore() ? $"{Report} {Exact(Own)}" : Profile())}{Facts()}",
        _ => throw new ArgumentOutOfRangeException(nameof(Question)),
    };

    private string Agent => _witness.Agent < _names.Count ? _names[_witness.Agent] : $"{(IsSupplier ? "supplier" : "bidder")} {Whole(_witness.Agent)}";

    /// <summary>Whose score it is, where the agents' domains differ.</summary>
    private string Score => _system.Inputs.Any(input => input.Domains.Count > 1) ? $"{Agent}'s score" : "the score";

    private string Focus => _system.Inputs[_question.Focus].Name;

    /// <summary>Both outcomes with as many digits as it takes to tell them apart.</summary>
    private (string First, string Second) Outcomes => Apart(_witness.Quantity, _witness.OtherQuantity);

    private string Gets(double quantity, string words) => _system.Form switch
    {
        _ when _system.Allocation is null => "wins",
        AllocationForm.Winner => "wins",
        AllocationForm.Served => IsSupplier ? "serves" : "is served",
        AllocationForm.Units => $"{(IsSupplier ? "sells" : "gets")} {words} {(quantity == 1 ? "unit" : "units")}",
        _ => _system.Supply == 1 ? $"wins with probability {words}" : $"{(IsSupplier ? "sells" : "gets")} {words}",
    };

    private string Misses() => _system.Form switch
    {
        _ when _system.Allocation is null => "loses",
        AllocationForm.Winner => "loses",
        AllocationForm.Served => IsSupplier ? "does not serve" : "is not served",
        AllocationForm.Units => $"only {Outcomes.Second}",
        _ => _system.Supply == 1 ? $"only with probability {Outcomes.Second}" : $"only {Outcomes.Second}",
    };

    private string Loss()
    {
        var worth = _system.TypeOf(Own) * _witness.Quantity;
        var text = IsSupplier
            ? $"{Agent} with cost {Exact(Own)} in {Profile()} {(_witness.Payment > 0 ? "pays" : "receives")} {Words(Math.Abs(_witness.Payment))} for a service that costs {Words(-worth)}"
            : $"{Agent} with value {Exact(Own)} in {Profile()} pays {Words(_witness.Payment)} for an allocation worth {Words(worth)}";
        var option = _system.OutsideOption == 0 ? "" : $" and could have {Words(_system.OutsideOption)} elsewhere";
        return text + option + Facts();
    }

    private string Lie()
    {
        var type = _system.TypeOf(Own);
        var truth = (type * _witness.Quantity) - _witness.Payment;
        var lie = (type * _witness.OtherQuantity) - _witness.OtherPayment;
        var (honest, dishonest) = Apart(truth, lie);
        var own = IsSupplier ? "cost" : "value";
        return $"{Agent} with {own} {Exact(Own)} in {Profile()} gains {Words(_witness.Violation)} by reporting {Exact(Other)} (utility {dishonest} instead of {honest}){Facts()}";
    }

    private string Difference()
    {
        var sign = IsSupplier ? -1 : 1;
        var (paid, other) = Apart(sign * _witness.Payment, sign * _witness.OtherPayment);
        var pays = IsSupplier ? "receives" : "pays";
        if (_witness.Quantity == _witness.OtherQuantity)
        {
            return $"{Agent} gets the same with {Report} {Exact(Own)} in {Profile()} and with {Report} {Exact(Other)} but {pays} {paid} and {other}{Facts()}";
        }

        var more = _witness.OtherQuantity - _witness.Quantity;
        var (least, most) = Apart(sign * _system.TypeOf(Own) * more, sign * _system.TypeOf(Other) * more);
        return $"{Agent} {pays} {paid} with {Report} {Exact(Own)} in {Profile()} and {other} with {Report} {Exact(Other)}, a difference that threshold payments keep between {least} and {most}{Facts()}";
    }

    private string Failure() => _witness.Failure is { } failure && failure.EndsWith("Exception", StringComparison.Ordinal) ? $"throws {failure}" : $"gives {_witness.Failure}";

    /// <summary>The reports, the focal one in brackets.</summary>
    private string Profile()
    {
        var reports = _witness.Inputs[_system.ReportInput()];
        return Listed(reports.Select((report, agent) => agent == _witness.Agent || reports.Count == 1 ? $"[{Exact(report)}]" : Exact(report)));
    }

    /// <summary>The inputs other than the one in focus, with their names.</summary>
    private string Facts()
    {
        var focus = _question.Property == Property.UnaffectedByInput ? _question.Focus : _system.ReportInput();
        var text = new StringBuilder();
        for (var input = 0; input < _system.Inputs.Count; input++)
        {
            if (input == focus)
            {
                continue;
            }

            var values = _witness.Inputs[input];
            text.Append(text.Length == 0 ? " (" : ", ").Append(_system.Inputs[input].Name).Append(" = ")
                .Append(values.Count == 1 ? Exact(values[0]) : Listed(values.Select(Exact)));
        }

        return text.Length == 0 ? "" : text.Append(')').ToString();
    }

    private Scalar Value(int input, int agent) => _witness.Inputs[input][_witness.Inputs[input].Count == 1 ? 0 : agent];

    private static string Listed(IEnumerable<string> items) => $"({string.Join(", ", items)})";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words(double value) => NumberText.Words(value);

    private static (string First, string Second) Apart(double first, double second)
    {
        var digits = 6;
        while (digits < 17 && first != second && NumberText.Words(first, digits) == NumberText.Words(second, digits))
        {
            digits++;
        }

        return (NumberText.Words(first, digits), NumberText.Words(second, digits));
    }

    /// <summary>An input as it has to be typed to reproduce the witness.</summary>
    private static string Exact(Scalar value) => value.Kind switch
    {
        ScalarKind.Double => NumberText.Exact(value.AsDouble),
        ScalarKind.Decimal => value.AsDecimal.ToString("0.############################", CultureInfo.InvariantCulture),
        ScalarKind.Boolean => value.AsBoolean ? "true" : "false",
        _ => value.AsInteger.ToString(CultureInfo.InvariantCulture),
    };
}

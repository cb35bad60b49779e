using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Claims;

/// <summary>The difference between two mechanisms in words.</summary>
public static class EquivalenceWords
{
    /// <summary>The difference; null where an answer names none.</summary>
    /// <param name="answer">The answer about the two.</param>
    /// <param name="one">The name of the first mechanism.</param>
    /// <param name="other">The name of the second mechanism.</param>
    public static string? Of(EquivalenceAnswer answer, string one, string other) => answer switch
    {
        EquivalenceAnswer.OutcomesDiffer(var reports, var here, var there) =>
            $"at the reports ({string.Join(", ", reports.Select(report => NumberText.Words(report, 10)))}) '{one}' {here}, and '{other}' {there}",
        EquivalenceAnswer.PaymentsDiffer(var who, var type, var report, var here, var there) =>
            $"of type {NumberText.Words(type, 10)} {who} expects to pay {here} {(type == report ? string.Empty : $"for the report {NumberText.Words(report, 10)} ")}under '{one}', and {there} under '{other}'",
        _ => null,
    };
}

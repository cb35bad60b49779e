using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>How the inputs of a system are laid out in a profile.</summary>
internal static class SystemLayout
{
    /// <summary>The number of the input that is the report.</summary>
    public static int ReportInput(this RuleSystem system)
    {
        for (var input = 0; input < system.Inputs.Count; input++)
        {
            if (system.Inputs[input].Role is ParameterRole.Report or ParameterRole.Reports)
            {
                return input;
            }
        }

        throw new ArgumentException("a system of rules has a report", nameof(system));
    }

    /// <summary>
    /// Whether every agent has a value of its own: reports and public facts about agents. A score reads the values of its agent; an input with the
    /// role <see cref="ParameterRole.Public"/> has one value for all.
    /// </summary>
    public static bool IsPerAgent(this Input input) => input.Role != ParameterRole.Public;

    /// <summary>Whether the question is about the score of one agent, whatever the others do. A mechanism that is a score only is total if its score is.</summary>
    public static bool IsAboutScore(this Question question) => IsAboutScore(question.System, question.Property);

    /// <inheritdoc cref="IsAboutScore(Question)"/>
    public static bool IsAboutScore(this RuleSystem system, Property property) =>
        property is Property.MonotoneScore or Property.UnaffectedByInput
        || (property == Property.Total && system.Allocation is null && system.Payment is null);

    /// <summary>Whether the law speaks of payments.</summary>
    public static bool IsAboutPayments(this Property property) =>
        property is Property.IndividuallyRational or Property.Truthful or Property.NoSubsidy or Property.NoDeficit or Property.BudgetBalanced or Property.PaymentIdentity;

    /// <summary>Whether the law compares two profiles that differ in one report (or one input).</summary>
    public static bool ComparesTwo(this Property property) =>
        property is Property.MonotoneScore or Property.MonotoneAllocation or Property.Truthful or Property.PaymentIdentity or Property.UnaffectedByInput;

    /// <summary>An agent's type by its report: what it wants to be served; minus the cost of a supplier.</summary>
    public static double TypeOf(this RuleSystem system, Scalar report) => system.Side == Side.Supplier ? -report.ToNumber() : report.ToNumber();
}

using MechanismDsl.Proofs.Questions;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Laws that follow from others by a theorem.</summary>
internal static class Reduction
{
    /// <summary>
    /// The question whose proof answers this one. Under derived threshold payments truth is dominant, nobody ends below zero and nobody is paid
    /// if and only if the allocation is monotone (Myerson 1981); with a score, the highest one winning, it is monotone if the score is.
    /// </summary>
    public static Question Of(Question question)
    {
        var system = question.System;
        var isDerived = system.Payment is null && question.Property switch
        {
            Property.Truthful or Property.PaymentIdentity => true,
            // An outside option above what the thresholds leave is another law.
            Property.IndividuallyRational => system.OutsideOption <= 0,
            _ => false,
        };
        if (question is { Property: Property.PaymentIdentity, System.Payment: not null } && system.Inputs[Laws.InputTerms.ReportOf(system)].Domains.All(domain => domain is Domain.Interval))
        {
            // On an interval, truth is dominant only under threshold payments plus a term of the others' reports.
            return question with { Property = Property.Truthful };
        }

        var isMonotone = isDerived || question.Property is Property.MonotoneScore or Property.MonotoneAllocation;
        return isMonotone ? question with { Property = system.Allocation is null ? Property.MonotoneScore : Property.MonotoneAllocation, Focus = 0 } : question;
    }

    /// <summary>Whether a question is about one agent, so that its answer holds for every number of agents.</summary>
    public static bool IsAboutOneAgent(Question question) =>
        question.Property is Property.MonotoneScore or Property.UnaffectedByInput ||
        (question.System.Allocation is null && question.System.Payment is null);
}

using Fractions;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Claims;

/// <summary>What dominates a mechanism in words.</summary>
public static class DominationWords
{
    /// <summary>By what mechanisms are compared.</summary>
    public static string Of(PerformanceMeasure measure) => measure switch
    {
        PerformanceMeasure.ExPostWelfare => "by the utilities of all agents at every profile",
        PerformanceMeasure.InterimWelfare => "by what every type expects",
        _ => "by payments less cost at every profile",
    };

    /// <summary>Where the other mechanism is better.</summary>
    public static string Of(DominationAnswer.Dominated place, PerformanceMeasure measure)
    {
        var types = string.Join(", ", place.Types.Select(type => NumberText.Words(type, 10)));
        var (here, there) = (Text(place.Here), Text(place.There));
        return measure switch
        {
            PerformanceMeasure.Revenue => $"at the types ({types}) it is left with {there} instead of {here}, and nowhere with less",
            PerformanceMeasure.ExPostWelfare => $"at the types ({types}) {place.Who} has {there} instead of {here}, and nobody has less anywhere",
            _ => $"of type {(place.Types.Count == 1 ? types : $"({types})")} {place.Who} expects {there} instead of {here}, and no type expects less",
        };
    }

    private static string Text(Fraction number) => RationalText.Of(number.Reduce());
}

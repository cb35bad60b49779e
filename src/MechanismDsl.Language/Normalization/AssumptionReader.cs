using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The assumed guarantees, each once, in the order of the enum: with a reason (MECH2004), and not promised as well (MECH0005).</summary>
internal static class AssumptionReader
{
    public static EquatableArray<Assumption> Read(Draft draft, EquatableArray<Guarantee> claims)
    {
        SortedDictionary<Guarantee, string> assumed = [];
        foreach (var use in draft.All("Assumed"))
        {
            if (use.Number(0) is not { } number || !Enum.IsDefined(typeof(Guarantee), (int)number))
            {
                draft.Report(Rule.NumberOutsideDomain, use.At(0), "the guarantee", Words.Of(use.Number(0) ?? double.NaN), "a member of Guarantee");
                continue;
            }

            var guarantee = (Guarantee)(int)number;
            var because = OneLine(use.Text(1) ?? string.Empty);
            if (because.Length == 0)
            {
                draft.Report(Rule.AssumptionWithoutReason, use.At(1), guarantee.ToString());
            }
            else if (claims.Contains(guarantee))
            {
                draft.Report(Rule.AttributesExclude, use.Place, ["Assumed", "Guarantees", $"{guarantee} is either checked or assumed"], new FixProperty(FixData.Other, "Guarantees"));
            }
            else if (assumed.ContainsKey(guarantee))
            {
                draft.Report(Rule.AttributesExclude, use.Place, ["Assumed", "Assumed", $"both give a reason for {guarantee}"], new FixProperty(FixData.Other, "Assumed"));
            }
            else
            {
                assumed.Add(guarantee, because);
            }
        }

        return assumed.Select(pair => new Assumption(pair.Key, pair.Value)).ToEquatableArray();
    }

    /// <summary>The reason is printed as one line of the explanation, whatever breaks it in the source.</summary>
    private static string OneLine(string text) =>
        string.Join(" ", new string([.. text.Select(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : letter)]).Split([' '], StringSplitOptions.RemoveEmptyEntries));
}

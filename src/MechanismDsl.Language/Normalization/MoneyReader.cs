using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The numbers of reports and payments: MECH0017.</summary>
internal static class MoneyReader
{
    private const int DefaultDecimals = 2;

    /// <summary>10^15 on a grid of 10^−12 has 27 digits; a decimal holds 28.</summary>
    private const int MostDecimals = 12;

    /// <summary>The money in which reports of a kind are made.</summary>
    public static MoneyKind KindOf(NumberKind report) => report switch
    {
        NumberKind.Decimal => MoneyKind.Decimal,
        NumberKind.Int32 or NumberKind.Int64 => MoneyKind.Int64,
        _ => MoneyKind.Double,
    };

    /// <summary>Reads the money.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="report">What the rules of the user's own take as a report; null without any.</param>
    /// <param name="isTabulated">
    /// Whether payments are expectations, which are rarely whole: then they are doubles unless the declaration says otherwise, also where values are whole.
    /// </param>
    public static Money Read(Draft draft, NumberKind? report, bool isTabulated)
    {
        var money = Declared(draft);
        if (report is not { } kind)
        {
            return money ?? new Money(MoneyKind.Double);
        }

        if (isTabulated && kind is (NumberKind.Int32 or NumberKind.Int64))
        {
            return money ?? new Money(MoneyKind.Double);
        }

        if (money is not null && money.Kind != KindOf(kind))
        {
            draft.Report(Rule.MoneyType, draft.First("Money")!.Value.Place, Keyword(draft.First("Money")!.Value), $"the reports of its rules are {SignatureCheck.Keyword(kind)}");
        }

        return money ?? new Money(KindOf(kind), kind == NumberKind.Decimal ? DefaultDecimals : 0);
    }

    private static Money? Declared(Draft draft)
    {
        if (draft.First("Money") is not { } use)
        {
            return null;
        }

        var decimals = use.NumberOf("Decimals");
        switch (use.Attribute.TypeArgument?.FullName)
        {
            case "System.Double" or "System.Int64" when decimals is not null:
                draft.Report(Rule.MoneyType, use.At("Decimals"), Keyword(use), "Decimals is for decimal only");
                break;
            case "System.Double":
                return new Money(MoneyKind.Double);
            case "System.Int64" when (int)(draft.First("Mechanism")?.NumberOf("Ties") ?? 0) == (int)TieBreaking.Shared:
                draft.Report(Rule.MoneyType, use.Place, Keyword(use), "under TieRule.Shared expected payments are fractions; use decimal or double");
                break;
            case "System.Int64":
                return new Money(MoneyKind.Int64);
            case "System.Decimal" when decimals is < 0 or > MostDecimals:
                draft.Report(Rule.MoneyType, use.At("Decimals"), Keyword(use), FormattableString.Invariant($"Decimals is {Words.Of(decimals.Value)}, but must be from 0 to {MostDecimals}"));
                break;
            case "System.Decimal":
                return new Money(MoneyKind.Decimal, (int)(decimals ?? DefaultDecimals));
            default:
                draft.Report(Rule.MoneyType, use.Place, Keyword(use), "reports and payments are double, decimal or long");
                break;
        }

        return new Money(MoneyKind.Double);
    }

    private static string Keyword(Use use) => use.Attribute.TypeArgument?.FullName switch
    {
        "System.Double" => "double",
        "System.Decimal" => "decimal",
        "System.Int64" => "long",
        _ => use.Attribute.TypeArgument?.Name ?? "?",
    };
}

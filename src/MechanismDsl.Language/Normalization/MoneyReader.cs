using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The numbers of reports and payments: MECH0017.</summary>
internal static class MoneyReader
{
    private const int DefaultDecimals = 2;

    /// <summary>10^15 on a grid of 10^−12 has 27 digits; a decimal holds 28.</summary>
    private const int MostDecimals = 12;

    public static Money Read(Draft draft)
    {
        if (draft.First("Money") is not { } use)
        {
            return new Money(MoneyKind.Double);
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

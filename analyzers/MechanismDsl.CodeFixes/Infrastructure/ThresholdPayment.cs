using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>Replaces a payment that depends on the own bid by the threshold payment, under which truth is a dominant strategy (Vickrey 1961).</summary>
internal static class ThresholdPayment
{
    /// <summary>What the editor shows.</summary>
    public const string Title = "Pay the threshold ([Efficient]) instead of the own bid";

    /// <summary>True if the type pays the own bid and nothing else depends on that.</summary>
    public static bool Applies(TypeDeclarationSyntax type) =>
        Payment(type) is not null && type.Find("Message") is null && type.Find("RevenueOptimal") is null;

    /// <summary>The type with <c>[Efficient]</c> in the place of the payment.</summary>
    public static TypeDeclarationSyntax Replace(TypeDeclarationSyntax type) =>
        type.Find("Efficient") is null ? type.Replace(Payment(type)!, "Efficient") : type.Remove(Payment(type)!);

    private static AttributeSyntax? Payment(TypeDeclarationSyntax type) => type.Find("PayAsBid") ?? type.Find("AllPay");
}

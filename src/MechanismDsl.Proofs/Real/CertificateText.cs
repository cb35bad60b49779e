using System.Globalization;
using System.Text.RegularExpressions;
using Fractions;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real;

/// <summary>Writes certificates of the arithmetic stages: the technique, the terms that numbers stand for, and the proof.</summary>
internal static class CertificateText
{
    /// <summary>The line: <c>technique {v7=term; …} proof</c>, with the terms of the variables that occur in the proof.</summary>
    public static string Write(string technique, string proof, IReadOnlyDictionary<int, Term> atoms)
    {
        var used = Regex.Matches(proof, "v([0-9]+)").Cast<Match>().Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().OrderBy(number => number);
        return $"{technique} {{{string.Join("; ", used.Select(number => $"v{number.ToString(CultureInfo.InvariantCulture)}={atoms[number]}"))}}} {proof}";
    }

    /// <summary>A rational number, e.g. <c>-3/10</c>.</summary>
    public static string Of(Fraction value) => value.Denominator.IsOne
        ? value.Numerator.ToString(CultureInfo.InvariantCulture)
        : value.Numerator.ToString(CultureInfo.InvariantCulture) + "/" + value.Denominator.ToString(CultureInfo.InvariantCulture);
}

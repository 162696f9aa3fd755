/** A new batch with one device, as a snippet: the cursor goes from value to value. */
export const manifestSnippet = `{
\t"customerId": "$1",
\t"batchId": "\${2:NewBatch}",
\t"devices": [
\t\t{
\t\t\t"serialNumber": "$3",
\t\t\t"hardwareHash": "$4"
\t\t}$0
\t]
}
`;
